// Package periods reads the time that figures are about as files, heads and titles
// spell it, in three languages and in the forms of portals: 202401, "янв.22",
// «за девять месяцев 2025 года», 2025年1月至9月, 2022-01-01/P10M.
//
// Parse reads a text that is a period and nothing else, In finds one in a head or
// title, and PartOfYear, Part and Join deal with parts of a year whose year is told
// elsewhere. A text that may mean two things is no period: then the user is asked.
package periods
