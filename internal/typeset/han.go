package typeset

import "strings"

// A Chinese figure has no spaces: number, scale and unit stand side by side, and a
// line that breaks between them parts what is read as one (1.47亿｜美元).

// hanScales stand between the number and the unit.
const hanScales = " 万亿 百亿 千亿 十亿 千万 百万 亿 万 千 "

// hanUnits are what is counted, as the pack writes it.
const hanUnits = " 美元 元 欧元 卢布 日元 吨 公斤 千克 公顷 平方米 立方米 公里 标准箱 标箱 个百分点 个百分 百分点 倍 小时 天 人 家 项 个 件 头 "

// hanFigure is the longest figure behind its digits, in characters.
const hanFigure = 6

// heldToNumber reports whether r goes on with a figure that ends the word so far.
func heldToNumber(word []rune, r rune) bool {
	at := len(word)
	for at > 0 && len(word)-at < hanFigure && isHan(word[at-1]) {
		at--
	}
	if at == 0 || at == len(word) || word[at-1] < '0' || word[at-1] > '9' {
		return false
	}
	tail := string(word[at:]) + string(r)
	for scale := range strings.FieldsSeq(hanScales) {
		if rest, ok := strings.CutPrefix(tail, scale); ok && rest != "" {
			tail = rest
			break
		}
	}
	return strings.Contains(hanUnits, " "+tail)
}

// lastHan reports whether the Chinese character at i would open a last line of its
// own, alone or with the sign that closes the paragraph.
func lastHan(chars []char, i int) bool {
	for _, c := range chars[i+1:] {
		switch {
		case c.r == '\n':
			return true
		case !strings.ContainsRune(notAtStart, c.r):
			return false
		}
	}
	return true
}
