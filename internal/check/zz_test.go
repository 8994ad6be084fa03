package check_test
import ("testing";"fmt";"briefing/internal/briefing";"briefing/internal/check";"briefing/internal/project";"briefing/internal/demo")
func TestZZ(t *testing.T){
 p,_ := demo.Project()
 if true { for _,f:=range p.Facts { f.Place=briefing.PlacePack } }
 for _,f := range check.Data(project.Take(p, project.Options{Audience: briefing.Compiler})) {
  if f.Number==8 {continue}
  fmt.Printf("%02d %v %s:%s %s in=%v | %s\n   → %s\n",f.Number,f.Severity,f.Ref.Kind,f.Ref.ID,f.Field,f.InPack,f.Evidence.RU,f.Mend.RU)
 }
}
func BenchmarkZZ(b *testing.B){
 p,_ := demo.Project()
 s := project.Take(p, project.Options{Audience: briefing.Compiler})
 for b.Loop() { check.Data(s) }
}
