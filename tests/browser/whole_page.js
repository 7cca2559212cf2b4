// What a browser test asks of every page: is it whole, named, reachable by keys, readable? Each part returns what is not.
const every = (selector) => [...document.querySelectorAll(selector)];
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
const told = (what, one) => `${what}: ${one ? one.outerHTML.slice(0, 160) : ""}`;
const all = (ones, what) => ones.map((one) => told(what, one));

function frame() {
  const faults = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const out = every("main *").find((one) => one.getBoundingClientRect().right > innerWidth + 1);
  if (wide > 0) faults.push(told(`${wide} wider than the screen`, out));
  if (document.documentElement.lang !== "zh-CN") faults.push("lang");
  for (const name of ["h1", "main"]) if (every(name).length !== 1) faults.push(`not one ${name}`);
  if (!document.title.split(" · ")[0].trim()) faults.push("no title");
  const ids = every("[id]").map((one) => one.id);
  faults.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice the id ${id}`));
  let level = 0;
  for (const one of every("main h1, main h2, main h3, main h4")) {
    if (Number(one.tagName[1]) > level + 1) faults.push(told("a level of headings left out", one));
    level = Number(one.tagName[1]);
  }
  return faults;
}

function names() {
  const labels = (one) => [...(one.labels ?? [])].map((label) => label.textContent).join("");
  const said = (one) => (labels(one) || one.getAttribute("aria-label") || "").trim();
  const lost = (one, name) => one.getAttribute(name).split(/\s+/).some((id) => !document.getElementById(id));
  const fields = every("input:not([type=hidden]), select, textarea");
  return [
    ...all(fields.filter((one) => !said(one)), "no label"),
    ...all(every("a[href], button").filter((one) => !one.textContent.trim() && !said(one)), "no words"),
    ...all(every("label[for]").filter((one) => !document.getElementById(one.htmlFor)), "a label of nothing"),
    ...["aria-labelledby", "aria-describedby", "aria-controls"].flatMap((name) =>
      all(every(`[${name}]`).filter((one) => lost(one, name)), `${name} of nothing`)),
    ...all(every("table").filter((one) => !one.querySelector("th")), "no headings"),
  ];
}

function loaded() {
  const pictures = every("img").filter((one) => !one.complete || !one.naturalWidth);
  const sheets = every("link[rel=stylesheet]").filter((one) => !one.sheet?.cssRules.length);
  return all([...pictures, ...sheets], "not loaded");
}

function focus() {
  const ringed = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1.5) || boxShadow !== "none";
  const faults = [];
  for (const one of every("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!shown(one) || one.disabled || one.tabIndex < 0 || one.matches(".skip")) continue;
    one.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== one) faults.push(told("cannot be focused", one));
    else if (!ringed(getComputedStyle(one)) && !ringed(getComputedStyle(one.parentElement)))
      faults.push(told("focus is not seen", one));
    one.blur();
  }
  return faults;
}

const channels = (word) => word.match(/[\d.]+/g).map(Number);

function light(colour) {
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const [red, green, blue] = colour.map((c) => linear(c / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function behind(one) {
  for (let at = one; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour.length < 4 || colour[3] > 0.99) return colour;
  }
  return [255, 255, 255];
}

function contrast() {
  const poor = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement, words = walk.currentNode.data.trim();
    if (!words || !shown(one) || one.closest(":disabled, .unseen, .skip, .editor-mirror, [aria-hidden=true]")) continue;
    const style = getComputedStyle(one), size = parseFloat(style.fontSize);
    const [most, least] = [light(channels(style.color)), light(behind(one))].sort((a, b) => b - a);
    const ratio = (most + 0.05) / (least + 0.05);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.add(`contrast ${ratio.toFixed(2)}: ${words.slice(0, 30)}`);
  }
  return [...poor];
}

function touch() {
  const wanted = "main button, main a.button, main select, main input:not([type=hidden], [type=radio], [type=checkbox])";
  const small = (one) => shown(one) && one.getBoundingClientRect().height < 24;
  return all(every(wanted).filter(small), "less than 24 high");
}

return [frame, names, loaded, focus, contrast, touch].flatMap((ask) => ask());
