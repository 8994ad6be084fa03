// Package unitnames reads units as people and portals write them, in three
// languages: by a list of spellings, put together of a word of scale and one of what
// is counted («$, тыс.», 万元人民币), and money of any country by its code, name or
// sign. What has a word left over is no unit.
package unitnames
