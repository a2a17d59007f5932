/** What people try in order to get a text executed; `xss()` marks it. */
const SHAPES: readonly string[] = [
  '<script>xss()</script>',
  '</textarea><script>xss()</script>',
  '"><img src=x onerror=xss()>',
  "'><svg/onload=xss()>",
  '<svg><script>xss()</script></svg>',
  '<img src=x onerror="xss()">',
  '<body onload=xss()>',
  '<iframe srcdoc="<script>xss()</script>"></iframe>',
  '<iframe src="javascript:xss()"></iframe>',
  '<a href="javascript:xss()">看这里</a>',
  '<a href="java&#10;script:xss()">看这里</a>',
  '[看这里](javascript:xss())',
  '<math><mi xlink:href="javascript:xss()">x</mi></math>',
  '<details open ontoggle=xss()>',
  '<input autofocus onfocus=xss()>',
  '<video><source onerror="xss()"></video>',
  '<object data="data:text/html,<script>xss()</script>"></object>',
  '<meta http-equiv="refresh" content="0;url=javascript:xss()">',
  '<base href="https://evil.example/">',
  '<style>@import "https://evil.example/a.css";*{background:url(javascript:xss())}</style>',
  '{{constructor.constructor("xss()")()}}',
  '{{ "x" | raw }}<b onmouseover=xss()>',
  `\${xss()}`,
  '<!--<img src="--><img src=x onerror=xss()//">',
  '\u{202e}<script>xss()</script>',
];
const ROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `您好${text}请坐`,
  (text) => text.replaceAll('<', '&lt;').replaceAll('&lt;s', '<s'),
  (text) => text.toUpperCase().replaceAll('XSS', 'xss'),
  (text) => text.replaceAll('<', '<\u{0}'),
  (text) => encodeURIComponent(text),
  (text) => text.replaceAll('=', ' = '),
  (text) => `${text}${text}`,
  (text) => text.replaceAll('script', 'scr<script>ipt'),
  (text) => `"}]}}${text}`,
];

/** So many texts, each different: every shape first, then each shape in every wrapping, numbered beyond that. */
export function scriptTexts(many: number): string[] {
  return Array.from({ length: many }, (_, index) => {
    const shape = SHAPES[index % SHAPES.length] ?? '';
    const turn = Math.floor(index / SHAPES.length);
    const wrapped = (ROUND[turn % ROUND.length] ?? ((text: string) => text))(shape);
    return turn < ROUND.length ? wrapped : `${wrapped} ${turn}`;
  });
}
