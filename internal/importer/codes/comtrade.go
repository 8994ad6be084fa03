package codes

// comtradeCodes are the numeric codes of UN Comtrade that differ from the
// countries' own M49 codes: reporters with their territories, groups and
// partners that are not specified.
func comtradeCodes() map[string]string {
	return map[string]string{
		"000": "W00", "251": "FR", "381": "IT", "579": "NO", "699": "IN", "757": "CH", "842": "US",
		"490": "TW", // «Other Asia, not elsewhere specified»
		"530": "AN", "736": "SD", "891": "CS", "890": "YU", "810": "SU",
		"899": Unknown, "896": Unknown, "839": Unknown, "838": Unknown, "837": Unknown, "879": Unknown,
		"290": Unknown, "472": Unknown, "473": Unknown, "492": Unknown, "527": Unknown, "568": Unknown,
		"577": Unknown, "636": Unknown, "637": Unknown, "129": Unknown, "221": Unknown, "471": Unknown,
		"097": "EU",                           // the Union as a reporter or partner is an area, never one of its countries
		"280": "DE", "278": "DD", "711": "ZA", // West Germany under its successor, the former GDR, the customs union under its main country
	}
}

// otherNames are names that statistics use beside those of CLDR and ОКСМ, by
// code, parted by "|".
func otherNames() map[string]string {
	return map[string]string{
		"W00": "World|Весь мир|Мир|Все страны|Всего|Итого|Total|全球|世界|总计|总值|合计|全部国家|全部国家（地区）",
		Unknown: "Неизвестная страна|Иные страны|Прочие страны мира|Разные страны|Areas, nes|Other Asia, nes not specified|Unspecified|Not specified|Неизвестно|Не указана|Прочие|Прочие страны|Другие|Другие страны|Остальные|Остальные страны|Others|Other|Other countries|Rest of the world|Rest of world|其他|其他国家|其他国家（地区）|其它国家|Не определена|Страна не указана|" +
			"国别(地区)不详的|国（地）别不详的|国(地)别不详|国别（地区）不详|联合国及其所属机构和国际组织|中性包装原产国别|Bunkers|Free Zones|Special Categories",
		"FO": "Фарерские острова|Фареры",
		"VG": "Британские Виргинские острова|Виргинские острова (Брит.)|Виргинские острова (Британские)|Виргинские острова, Британские",
		"PG": "Папуа - Новая Гвинея|Папуа-Новая Гвинея",
		"TL": "Тимор-Лешти|Восточный Тимор",
		"RU": "Russian Federation|Россия|Российская Федерация|РФ|俄罗斯|俄罗斯联邦|俄国",
		"US": "USA|United States of America|США|Соединенные Штаты Америки|美国|美利坚合众国",
		"CN": "China|China, mainland|China mainland|Китай|КНР|Китайская Народная Республика|中国|中国大陆",
		"HK": "Hong Kong|China, Hong Kong SAR|Hong Kong, China|Гонконг|Сянган|САР Гонконг|中国香港|香港",
		"MO": "Macao|Macau|China, Macao SAR|Макао|Аомынь|中国澳门|澳门",
		"TW": "Тайвань, провинция Китая|Other Asia, nes|Taiwan, Province of China|Chinese Taipei|Taiwan, China|Taiwan|Тайвань|Тайвань (Китай)|中国台湾|台湾|台湾省|台澎金马关税区",
		"KR": "Rep. of Korea|Republic of Korea|Korea, Republic of|Korea, Rep.|Корея, Республика|Южная Корея|Республика Корея|韩国|大韩民国",
		"KP": "Корея, Народно-Демократическая Республика|Dem. People's Rep. of Korea|Korea, Dem. People's Rep.|КНДР|Северная Корея|朝鲜|朝鲜民主主义人民共和国",
		"VN": "Viet Nam|Vietnam|Вьетнам|越南",
		"IR": "Iran|Iran (Islamic Republic of)|Iran, Islamic Republic of|Иран|Иран, Исламская Республика|伊朗",
		"GB": "UK|U.K.|United Kingdom|Great Britain|Великобритания|Соединенное Королевство|英国",
		"NL": "Netherlands|Нидерланды|Голландия|荷兰",
		"CZ": "Czechia|Czech Republic|Чехия|Чешская Республика|捷克|捷克共和国",
		"SK": "Slovakia|Slovak Republic|Словакия|斯洛伐克",
		"MK": "North Macedonia|TFYR of Macedonia|Macedonia, North|Северная Македония|北马其顿|前南马其顿",
		"MD": "Rep. of Moldova|Republic of Moldova|Moldova, Republic of|Молдова|Молдавия|Молдова, Республика|摩尔多瓦",
		"BY": "Belarus|Беларусь|Белоруссия|Республика Беларусь|白俄罗斯",
		"KG": "Kyrgyzstan|Киргизия|Кыргызстан|吉尔吉斯斯坦|吉尔吉斯",
		"TM": "Turkmenistan|Туркменистан|Туркмения|土库曼斯坦",
		"TR": "Turkey|Türkiye|Turkiye|Турция|土耳其",
		"SY": "Syria|Syrian Arab Republic|Сирия|Сирийская Арабская Республика|叙利亚",
		"LA": "Lao People's Dem. Rep.|Lao PDR|Laos|Лаос|老挝",
		"TZ": "United Rep. of Tanzania|Tanzania, United Republic of|Танзания|坦桑尼亚",
		"BO": "Bolivia (Plurinational State of)|Bolivia, Plurinational State of|Боливия|玻利维亚",
		"VE": "Venezuela|Venezuela (Bolivarian Republic of)|Venezuela, Bolivarian Republic of|Венесуэла|委内瑞拉",
		"CD": "Congo, Dem. Rep.|Dem. Rep. of the Congo|Congo, Democratic Republic of the|Конго, Демократическая Республика|ДР Конго|刚果（金）|刚果(金)|刚果民主共和国",
		"CG": "Congo|Congo, Rep.|Конго|刚果（布）|刚果(布)|刚果",
		"CI": "Кот д’Ивуар|Кот д'Ивуар|Côte d'Ivoire|Cote d'Ivoire|Ivory Coast|Кот-д'Ивуар|科特迪瓦",
		"CV": "Острова Зеленого Мыса|Острова Зелёного Мыса|Cabo Verde|Cape Verde|Кабо-Верде|佛得角",
		"SZ": "Eswatini|Swaziland|Эсватини|Свазиленд|斯威士兰|斯威士",
		"MM": "Myanmar|Burma|Мьянма|缅甸",
		"BN": "Brunei Darussalam|Бруней|Бруней-Даруссалам|文莱",
		"PS": "State of Palestine|Palestine, State of|Occ. Palestinian Terr.|Палестина|巴勒斯坦",
		"BA": "Bosnia Herzegovina|Bosnia and Herzegovina|Босния и Герцеговина|波黑|波斯尼亚和黑塞哥维那",
		"AE": "UAE|U.A.E.|United Arab Emirates|ОАЭ|Объединенные Арабские Эмираты|阿联酋|阿拉伯联合酋长国",
		"SA": "Saudi Arabia|Саудовская Аравия|沙特|沙特阿拉伯",
		"ZA": "South Africa|So. African Customs Union|ЮАР|Южная Африка|Южно-Африканская Республика|南非",
		"CF": "Central African Rep.|ЦАР|Центральноафриканская Республика|中非",
		"DO": "Dominican Rep.|Доминиканская Республика|多米尼加共和国|多米尼加",
		"FM": "FS Micronesia|Micronesia, Federated States of|密克罗尼西亚联邦",
		"SB": "Solomon Isds|Solomon Islands|所罗门群岛",
		"MH": "Marshall Isds|Marshall Islands|马绍尔群岛",
		"LY": "Libya|Libyan Arab Jamahiriya|Ливия|利比亚",
		"EG": "Egypt|Египет|埃及", "DZ": "Algeria|Алжир|阿尔及利亚", "IN": "India|Индия|印度",
		"JP": "Japan|Япония|日本", "DE": "Germany|Германия|ФРГ|德国", "FR": "France|Франция|法国",
		"AB": "Абхазия|Республика Абхазия", "OS": "Южная Осетия|Республика Южная Осетия",
	}
}
