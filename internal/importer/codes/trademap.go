package codes

// tradeMapNames are the names of countries as ITC Trade Map writes them, where
// they differ from the tables above. Rests that no country bears are Unknown.
func tradeMapNames() map[string]string {
	return map[string]string{
		Unknown: "Area Nes|Europe Othr. Nes|Africa not elsewhere specified|America not elsewhere specified|Asia not elsewhere specified|" +
			"West Asia not elsewhere specified|Oceania not elsewhere specified|Oceania Nes|LAIA not elsewhere specified|" +
			"Caribbean Nes|Central American Common Market Nes|North America and Central America, nes|Northern Africa not elsewhere specified|" +
			"Ship stores and bunkers|Free Zones|Special categories|Neutral Zone|US Misc Pacific Islands",
		"TW": "Taipei, Chinese",
		"KP": "Korea, Democratic People's Republic of",
		"LY": "Libya, State of",
		"LA": "Lao People's Democratic Republic",
		"AG": "Antigua and Barbuda",
		"KN": "Saint Kitts and Nevis",
		"TT": "Trinidad and Tobago",
		"CS": "Serbia and Montenegro",
		"VC": "Saint Vincent and the Grenadines",
		"LC": "Saint Lucia",
		"ST": "Sao Tome and Principe",
		"PM": "Saint Pierre and Miquelon",
		"BQ": "Bonaire, Sint Eustatius and Saba",
		"SH": "Saint Helena",
		"BL": "Saint Barthélemy",
		"TF": "French Southern and Antarctic Territories",
		"WF": "Wallis and Futuna Islands",
		"AQ": "British Antarctic Territory",
		"TC": "Turks and Caicos Islands",
		"AN": "Netherlands Antilles",
		"SJ": "Svalbard and Jan Mayen Islands",
		"FK": "Falkland Islands (Malvinas)",
		"GS": "South Georgia and the South Sandwich Islands",
		"HM": "Heard Island and McDonald Islands",
	}
}
