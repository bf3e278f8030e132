/**
 * The look of the HTML report: one file that works offline, on a phone and on paper. Text keeps a contrast of at least 4.5:1
 * in both colour schemes (WCAG 2.2, 1.4.3), and no state is told by colour alone (1.4.1).
 */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--bad:#a40e26;--warn:#7a4b00;--good:#0b6b2e;--tint:#f6f8fa}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9ea7b3;--line:#30363d;--bad:#ff8f86;--warn:#e3b341;--good:#56d364;--tint:#161b22}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:0}h2{font-size:1.25rem;line-height:1.3;margin:2.5rem 0 .75rem;break-after:avoid;overflow-wrap:break-word;hyphens:auto}
.subject{font-size:1.1rem;margin:.25rem 0 1rem;overflow-wrap:anywhere}
.verdict{border:1px solid var(--line);border-left:.5rem solid;background:var(--tint);padding:.75rem 1rem;margin:1rem 0}
.verdict strong{display:block;font-size:1.3rem}.verdict span{color:var(--ink)}
.verdict.good{border-left-color:var(--good);color:var(--good)}.verdict.bad{border-left-color:var(--bad);color:var(--bad)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.75rem;list-style:none;margin:1rem 0;padding:0}
.figures li{border:1px solid var(--line);padding:.5rem .75rem}.figures strong{display:block;font-size:1.4rem;line-height:1.3;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem;margin:0}
dt{color:var(--soft)}dt::first-letter{text-transform:uppercase}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word}td code{overflow-wrap:break-word}td .hash{overflow-wrap:anywhere}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.badge{display:inline-block;border:1px solid;border-radius:.2rem;padding:0 .4rem;font-size:.85rem;font-weight:600;margin-right:.4rem}
.error{color:var(--bad)}.warning{color:var(--warn)}.info{color:var(--soft)}
.rule{border-top:1px solid var(--line);padding:1rem 0;break-inside:avoid}.rule h3{font-size:1.05rem;line-height:1.4;margin:0 0 .15rem}
.rule p{margin:0 0 .5rem;overflow-wrap:anywhere}
ul.names{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem .5rem;margin:0;padding:0}
ul.names li{background:var(--tint);border:1px solid var(--line);padding:0 .4rem;max-width:100%;overflow-wrap:anywhere}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}.soft{color:var(--soft)}
@media (max-width:36rem){dl{display:block}dd{margin:0 0 .5rem}
.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.stack tr{display:block;border-bottom:1px solid var(--line);padding:.4rem 0}.stack td,.stack td.number{display:block;border:0;padding:.1rem 0;text-align:left}
.stack td::before{content:attr(data-label) ": ";color:var(--soft)}}
@page{margin:15mm}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#333;--line:#999;--bad:#7d0a1c;--warn:#5c3900;--good:#084d21;--tint:#fff}
body{font-size:10pt}main{max-width:none;padding:0}.rule,tr,.verdict,.figures{break-inside:avoid}}
`
