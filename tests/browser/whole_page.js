// What a browser test asks of every page: is it whole, named, reachable by keys, readable? Each returns what is not.
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
const told = (what, one) => `${what}: ${one ? one.outerHTML.slice(0, 160) : ""}`;
const every = (selector) => [...document.querySelectorAll(selector)];

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
  const faults = [];
  const said = (one) => [...(one.labels ?? [])].map((label) => label.textContent).join("") || one.getAttribute("aria-label") || "";
  for (const one of every("input:not([type=hidden]), select, textarea")) if (!said(one).trim()) faults.push(told("no label", one));
  for (const one of every("a[href], button")) if (!(one.textContent.trim() || said(one))) faults.push(told("no words", one));
  for (const one of every("label[for]")) if (!document.getElementById(one.htmlFor)) faults.push(told("a label of nothing", one));
  for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"])
    for (const one of every(`[${name}]`))
      for (const id of one.getAttribute(name).split(/\s+/)) if (!document.getElementById(id)) faults.push(told(`${name} of nothing`, one));
  for (const one of every("table")) if (!one.querySelector("th")) faults.push(told("no headings", one));
  return faults;
}

function loaded() {
  const faults = every("img").filter((one) => !one.complete || !one.naturalWidth).map((one) => told("not loaded", one));
  for (const one of every("link[rel=stylesheet]")) if (!one.sheet?.cssRules.length) faults.push(told("not loaded", one));
  return faults;
}

function focus() {
  const faults = [];
  const ringed = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5 || style.boxShadow !== "none";
  for (const one of every("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!shown(one) || one.disabled || one.tabIndex < 0 || one.matches(".skip")) continue;
    one.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement !== one) faults.push(told("cannot be focused", one));
    else if (!ringed(getComputedStyle(one)) && !ringed(getComputedStyle(one.parentElement))) faults.push(told("focus is not seen", one));
    one.blur();
  }
  return faults;
}

function contrast() {
  const channels = (word) => word.match(/[\d.]+/g).map(Number);
  const light = (colour) => colour.slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement, words = walk.currentNode.data.trim();
    if (!words || !shown(one) || one.closest(":disabled, .unseen, .skip, .editor-mirror, [aria-hidden=true]")) continue;
    const style = getComputedStyle(one), size = parseFloat(style.fontSize);
    const [most, least] = [light(channels(style.color)), light(behind(one))].sort((a, b) => b - a);
    const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    if ((most + 0.05) / (least + 0.05) < wanted) poor.add(`${((most + 0.05) / (least + 0.05)).toFixed(2)}: ${words.slice(0, 30)}`);
  }
  return [...poor].map((one) => `contrast ${one}`);
}

function touch() {
  const small = (one) => one.getBoundingClientRect().height < 24;
  return every("main button, main a.button, main select, main input:not([type=hidden]):not([type=radio]):not([type=checkbox])").filter((one) => shown(one) && small(one)).map((one) => told("less than 24 high", one));
}

return [frame, names, loaded, focus, contrast, touch].flatMap((ask) => ask());
