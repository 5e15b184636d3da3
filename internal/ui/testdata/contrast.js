// Judges every text of the page by WCAG's formula: the colour of the text against the nearest ground that is not transparent.
(() => {
  document.querySelectorAll("details").forEach(d => d.open = true);
  const channels = c => c.match(/[\d.]+/g).map(Number);
  const luminance = c => {
    const [r, g, b] = channels(c).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => { const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor, parts = channels(c);
      if (parts.length < 4 || parts[3] === 1) return c;
      if (parts[3] !== 0) throw new Error("a half-transparent ground cannot be judged: " + e.outerHTML.slice(0, 80));
    }
    return getComputedStyle(document.body).backgroundColor;
  };
  const out = { texts: 0, grounds: [], least: 21, bad: [] }, grounds = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement, s = getComputedStyle(e);
    if (!walker.currentNode.data.trim() || s.visibility === "hidden" || s.display === "none") continue;
    const size = parseFloat(s.fontSize), large = size >= 24 || size >= 18.66 && Number(s.fontWeight) >= 700;
    const back = ground(e), c = contrast(s.color, back);
    out.texts++;
    grounds.add(back);
    out.least = Math.min(out.least, c);
    if (c < (large ? 3 : 4.5)) out.bad.push(c.toFixed(2) + " " + s.color + " on " + back + ": " + walker.currentNode.data.trim().slice(0, 60));
  }
  const probe = document.createElement("span");
  probe.style.color = "var(--focus)";
  document.body.append(probe);
  out.focus = contrast(getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor);
  out.grounds = [...grounds].sort();
  return out;
})()
