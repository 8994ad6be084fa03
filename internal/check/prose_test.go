package check_test

import (
	"testing"

	"briefing/internal/briefing"
	"briefing/internal/check"
)

// ordinary are sentences as packs have them, of many subjects: whatever they
// say, nothing in them is wrong.
func ordinary() map[briefing.Lang][]string {
	return map[briefing.Lang][]string{
		briefing.RU: {
			"Республика Казахстан — крупнейший торговый партнёр региона среди стран СНГ.",
			"Стороны договорились о создании рабочей группы по транспорту; первое заседание прошло 14 февраля 2024 г.",
			"Комиссия рассмотрит вопрос о расширении перечня предприятий, допущенных на рынок.",
			"Предлагается увеличить число рейсов и нарастить мощности терминала.",
			"Перспективы роста взаимной торговли связаны с запуском терминала.",
			"Делегацию возглавляет министр промышленности; в составе — 12 человек.",
			"Соглашение подписано в 1998 году и продлевается автоматически каждые пять лет.",
			"Текущий контракт действует до 31 декабря 2025 г.",
			"Вопросы повестки: логистика, образование, туризм, цифровые технологии.",
			"В последний раз комиссия собиралась в октябре 2022 года.",
			"Губернатор провинции принял приглашение; сроки визита согласовываются.",
			"Считаем возможным поддержать обращение; ответ направлен письмом № 14-05/231.",
			"Порт принимает суда длиной до 300 м, осадкой до 14 м.",
			"Склад хранит зерно; элеватор может работать круглый год.",
			"Экспорт области в 2023 году: машины, удобрения, продовольствие.",
			"Рост цен на сырьё учтён в расчёте.",
			"Доля России в импорте страны невелика, чем объясняется интерес сторон.",
			"Более половины студентов из Вьетнама учатся на бюджетных местах.",
			"По данным ФТС России, за 2021 год товарооборот по стоимости увеличился относительно уровня 2020 года.",
			"Компания «Рекорд» и завод «Рост» участвуют в выставке.",
			"По оценке Банка России, условия стабильны.",
			"Министр заявил о готовности к диалогу (пресс-служба министерства, 05.06.2023).",
			"Встреча пройдёт во вторник, 14 ноября 2023 г., в 10:30.",
			"Чем больше открыто пунктов пропуска, тем короче очередь.",
			"Никто из участников не возражал против проекта протокола.",
			"Первый раз делегация прибыла в марте.",
			"Следующее заседание комиссии — по приглашению.",
			"В наступающем сезоне и в дальнейшем порядок сохраняется.",
			"Средства на ремонт выделены: две школы, пять больниц, десять дорог.",
			"Население провинции — по переписи 2020 года.",
			"Аэропорт Шереметьево-2, рейс SU204, терминал C, стойки 5–12.",
			"Статья 7 Договора от 16.07.2001, п. 3 протокола, приложение 2.",
			"Кооперация в рамках Года культуры (2024–2025 гг.).",
			"Численность: рабочих — много, служащих — мало.",
			"Просим обратить внимание: с 1 января 2024 г. действует новый порядок.",
			"Мощность станции и объём хранения уточняются.",
			"Самолёт прибудет в среду, встреча — 20 марта.",
			"Газета «Сегодня» и журнал «Завтра» аккредитованы.",
		},
		briefing.EN: {
			"Kazakhstan is the region’s largest partner among the CIS countries.",
			"The sides agreed to set up a working group; its first meeting took place on 14 February 2024.",
			"It is proposed to increase the number of flights and to expand the terminal.",
			"The agreement was signed in 1998 and is renewed every five years.",
			"The current contract runs until 31 December 2025.",
			"The commission last met in October 2022.",
			"We consider it possible to support the request.",
			"The port takes vessels of up to 300 m.",
			"The delegation is led by the Minister of Industry.",
			"The share of Russia in imports is small, other than in grain.",
			"More than half of the students have state places.",
			"The growth of prices is taken into account.",
			"According to the Federal Customs Service, trade by value increased in 2021 compared with 2020.",
			"For the record: the increased interest of investors was noted in the minutes.",
			"The meeting is on Tuesday, 14 November 2023, at 10:30.",
			"In the first half of the year the sides exchanged letters.",
			"Nobody spoke against the draft.",
			"The grain store holds wheat; the elevator can work all year.",
			"The last paragraph of Article 7 applies; see Annex 2, page 14.",
			"May is the month of the fair; March is too early.",
			"The rise of the river is watched; roses are grown in the valley.",
			"A recording of the talks is kept.",
			"In his view the matter is settled; he thanked the hosts.",
			"The number of times a form is filled in does not matter.",
		},
		briefing.ZH: {
			"哈萨克斯坦是该地区在独联体国家中最大的贸易伙伴。",
			"双方商定成立工作组，首次会议于2024年2月14日举行。",
			"建议增加航班数量并扩建航站楼。",
			"协议于1998年签署，每五年自动延长。",
			"现行合同有效期至2025年12月31日。",
			"委员会最近一次会议于2022年10月召开。",
			"代表团由工业部长率领。",
			"价格增长已在计算中考虑。",
			"据联邦海关署数据，2021年贸易额与2020年相比有所增长。",
			"会议于2023年11月14日（星期二）10时30分举行。",
			"港口可停泊大型船舶，仓库储存粮食。",
			"第7条第3款适用，见附件2。",
			"俄罗斯在进口中的比重不大。",
			"各方未提出异议。",
			"博览会在五月举行。",
			"今日头条刊登了消息。",
			"请于2023年3月20日前答复，说明年度计划。",
			"日本周边国家参会，以上周期不变，2022年内完成。",
		},
	}
}

func TestNothingFiresOnOrdinaryProse(t *testing.T) {
	for l, sentences := range ordinary() {
		for _, sentence := range sentences {
			p := clean()
			said(l, sentence)(p)
			for _, f := range check.Data(compiler(p)) {
				if f.Number != 35 { // a number typed by hand is one, whatever it says
					t.Errorf("%02d on %q: %s", f.Number, sentence, f.Evidence.RU)
				}
			}
		}
	}
}
