package codes

// regionNames are names of Russia's regions beside those that the program prints,
// by the code of ОКАТО, parted by "|": short ones, those of everyday speech and the
// English ones with Russian words. Joined and bracketed doublets («… – Кузбасс»,
// «… (Татарстан)») follow from these, as does a republic's name without its word.
// A name that may be of two regions, «Алтай», is none.
func regionNames() map[string]string {
	return map[string]string{
		"03000": "Кубань", "05000": "Приморье|Primorsky Krai|Primorye", "07000": "Ставрополье", "08000": "Хабаровье",
		"10000": "Приамурье", "11100": "НАО|Nenets Autonomous Okrug", "21000": "ДНР|DPR|Donetsk People’s Republic", "22000": "Nizhny Novgorod Oblast",
		"30000": "Камчатка|Kamchatka", "32000": "Кемеровская область|Кузбасс|Kemerovo Oblast|Kemerovo Region|Kuzbass", "35000": "Крым|Crimea",
		"40000": "СПб|Петербург|С.-Петербург|С-Петербург|Санкт Петербург|Санкт-Петербург федерального значения|St. Petersburg|St Petersburg",
		"41000": "Ленобласть", "43000": "ЛНР|LPR|Luhansk People’s Republic", "45000": "Москва столица Российской Федерации",
		"46000": "Подмосковье", "64000": "Сахалин|Sakhalin", "67000": "Севастополь федерального значения",
		"71100": "Ханты-Мансийский автономный округ|Ханты-Мансийский|ХМАО|Югра|Khanty-Mansi Autonomous Okrug|Khanty-Mansi Autonomous Area|Yugra|KHMAO",
		"71140": "ЯНАО|Ямал|Yamal-Nenets Autonomous Okrug|Yamalo-Nenets Autonomous Okrug|YNAO", "76000": "Забайкалье|Zabaykalsky Krai|Transbaikal Territory",
		"77000": "Чукотка|ЧАО|Chukotka|Chukotka Autonomous Okrug", "79000": "Адыгейская Республика|Adygea", "80000": "Башкирия|Башкортостан|Bashkortostan|Bashkiria",
		"81000": "Buryatia", "82000": "Dagestan", "83000": "Кабардино-Балкария|Республика Кабардино-Балкария|КБР|Kabardino-Balkaria",
		"84000": "Алтайская Республика|Горный Алтай", "85000": "Kalmykia", "86000": "Карельская Республика|Karelia", "87000": "Komi", "88000": "Марий-Эл|Республика Марий-Эл|Mari El",
		"89000": "Мордовская Республика|Mordovia", "90000": "Северная Осетия|Республика Северная Осетия|Алания|РСО|РСО-Алания|North Ossetia|Republic of North Ossetia|Alania",
		"91000": "Карачаево-Черкесия|Республика Карачаево-Черкесия|КЧР|Karachay-Cherkessia", "92000": "Татарстан|Татария|Tatarstan", "93000": "Тува|Республика Тува|Tuva|Tyva|Tyva Republic",
		"94000": "Удмуртия|Республика Удмуртия|Udmurtia", "95000": "Khakassia", "26000": "Ingushetia",
		"96000": "Чечня|Республика Чечня|Chechnya", "97000": "Чувашия|Республика Чувашия|Chuvashia",
		"98000": "Саха|Якутия|Республика Саха|Республика Якутия|РС(Я)|Sakha|Yakutia|Sakha Republic",
		"99000": "ЕАО|Еврейская АО|Еврейская автономная|Jewish Autonomous Oblast",
	}
}

// provinceNames are the same of China's provinces.
func provinceNames() map[string]string {
	return map[string]string{
		"15": "内蒙古", "21": "Ляонин", "22": "Гирин", "45": "Гуанси|广西", "54": "西藏|Tibet|Xizang", "64": "Нинся|宁夏", "65": "Синьцзян|新疆",
		"71": "Тайвань|台湾|台湾省", "81": "Гонконг|Сянган|香港", "82": "Макао|Аомынь|澳门",
	}
}

// district is a federal district: what it is called in short, its regions, and
// those that have come to it or left it.
type district struct{ short, regions, maybe string }

// districts are by the first word of their names.
func districts() map[string]district {
	const moved = "76000 81000" // in 2018, from Siberia to the Far East
	return map[string]district{
		"центральный":       {"цфо", "14000 15000 17000 20000 24000 28000 29000 34000 38000 42000 45000 46000 54000 61000 66000 68000 70000 78000", ""},
		"северо-западный":   {"сзфо", "11000 11100 19000 27000 40000 41000 47000 49000 58000 86000 87000", ""},
		"южный":             {"юфо", "03000 12000 18000 35000 60000 67000 79000 85000", ""},
		"северо-кавказский": {"скфо", "07000 26000 82000 83000 90000 91000 96000", ""},
		"приволжский":       {"пфо", "22000 33000 36000 53000 56000 57000 63000 73000 80000 88000 89000 92000 94000 97000", ""},
		"уральский":         {"уфо|урфо", "37000 65000 71000 71100 71140 75000", ""},
		"сибирский":         {"сфо", "01000 04000 25000 32000 50000 52000 69000 84000 93000 95000", moved},
		"дальневосточный":   {"дфо|дальний восток", "05000 08000 10000 30000 44000 64000 77000 98000 99000", moved},
	}
}
