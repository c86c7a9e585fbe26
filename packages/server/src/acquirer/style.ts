export const style = `:root {
  color-scheme: light dark;
  --page: light-dark(#eef0f4, #101114);
  --card: light-dark(#fff, #1b1d22);
  --text: light-dark(#17181c, #eceef2);
  --quiet: light-dark(#5b606b, #a3a9b6);
  --line: light-dark(#c9cdd6, #454a55);
  --main: light-dark(#1f5fd6, #2f6fe4);
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 16px; min-height: 100vh; display: grid; place-items: center;
  background: var(--page); color: var(--text); font: 16px/1.45 system-ui, sans-serif;
}
main {
  width: 100%; max-width: 400px; padding: 24px; border-radius: 16px; background: var(--card);
  box-shadow: 0 8px 32px #0000001a; overflow-wrap: anywhere;
}
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.25; }
p { margin: 0 0 12px; }
.test { color: var(--quiet); font-size: 13px; }
.shop { font-weight: 600; margin-bottom: 0; }
.amount { font-size: 32px; font-weight: 700; margin-bottom: 20px; }
form { margin: 0 0 10px; }
form:last-child { margin-bottom: 0; }
label { display: block; margin-bottom: 6px; }
#hint { color: var(--quiet); font-size: 14px; }
input, button { width: 100%; min-height: 48px; border-radius: 12px; font: inherit; color: inherit; }
input {
  margin-bottom: 8px; padding: 0 14px; border: 1px solid var(--quiet); background: var(--page);
  font-size: 20px; letter-spacing: .2em;
}
button { border: 1px solid var(--line); background: none; font-weight: 600; cursor: pointer; }
button.main { border-color: transparent; background: var(--main); color: #fff; }
button.quiet { border-color: transparent; color: var(--quiet); }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
`
