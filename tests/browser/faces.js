// What is looked for in a page as one person sees it. Returns what is wrong, in words.
(face) => {
  const SMALLEST = 24, LONGEST_MS = 10;
  const TARGETS = "a[href], button, input:not([type=hidden]), textarea, select, summary";
  const FIELDS = "input:not([type=hidden]), textarea, select";
  const called = (one) => `<${one.tagName.toLowerCase()} ${one.id || one.name || ""}> «${
    (one.innerText || one.labels?.[0]?.innerText || "").trim().slice(0, 40)}»`;
  const clear = (colour) => /^(transparent|rgba\(.*, 0\))$/.test(colour);
  const drawn = (style, what) => style[`${what}Style`] !== "none"
    && parseFloat(style[`${what}Width`]) > 0 && !clear(style[`${what}Color`]);
  const shown = (one) => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility({ visibilityProperty: true })
      && box.width > 0 && box.height > 0 && box.right + scrollX > 0;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

  // A link among words is as high as the words (WCAG 2.5.8, inline).
  const amongWords = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    let block = one.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const ofBlock = (text) => {
      let around = text.parentElement;
      if (around.closest(TARGETS) || around.closest(".ds-sr-only")) return false;
      while (around !== block && getComputedStyle(around).display === "inline") around = around.parentElement;
      return around === block;
    };
    while (texts.nextNode()) {
      if (/\p{L}/u.test(texts.currentNode.data) && ofBlock(texts.currentNode)) return true;
    }
    return false;
  };
  const tooSmall = () => all(TARGETS).filter((one) => {
    const boxes = [one, ...(one.labels ?? [])].map((part) => part.getBoundingClientRect());
    return !amongWords(one) && !boxes.some(
      (box) => box.width > SMALLEST - 0.1 && box.height > SMALLEST - 0.1);
  }).map((one) => `${called(one)} is too small to hit`);

  const tooWide = () => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return ["scrolls sideways", ...all("body *")
      .filter((one) => one.getBoundingClientRect().right > width + 1)
      .slice(0, 3).map((one) => `${called(one)} is too wide`)];
  };

  // Something of what has the focus must lie uncovered in the window (WCAG 2.4.11).
  const uncovered = (one) => [...one.getClientRects()].some((box) =>
    [0.1, 0.5, 0.9].some((down) => [0.02, 0.5, 0.98].some((along) => {
      const top = document.elementFromPoint(
        box.left + box.width * along, box.top + box.height * down);
      return top && (one.contains(top) || top.contains(one));
    })));
  const badFocus = () => {
    const faults = [];
    scrollTo(0, 0);
    for (const one of all(TARGETS)) {
      one.focus();
      if (document.activeElement !== one) continue;
      const style = getComputedStyle(one);
      const marked = drawn(style, "outline") || (!face.forced && style.boxShadow !== "none");
      if (!marked) faults.push(`${called(one)} does not show its focus`);
      if (!uncovered(one)) faults.push(`${called(one)} is hidden when it has the focus`);
    }
    return faults;
  };

  // With forced colours there are no backgrounds: what one presses must have an edge.
  const edgeless = () => all(`button, .ds-button, .ff-leave, .ff-card, ${FIELDS}`).filter((one) => {
    const style = getComputedStyle(one);
    const behind = getComputedStyle(document.body).backgroundColor;
    return !["borderBottom", "borderTop", "borderLeft", "borderRight"].every(
      (side) => drawn(style, side) && style[`${side}Color`] !== behind)
      && !drawn(style, "outline");
  }).map((one) => `${called(one)} has no edge`);

  const milliseconds = (times) => Math.max(...times.split(",").map(
    (time) => parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
  const moves = (style) =>
    (style.animationName !== "none" && milliseconds(style.animationDuration) > LONGEST_MS)
    || (style.transitionProperty !== "none" && milliseconds(style.transitionDuration) > LONGEST_MS)
    || style.scrollBehavior === "smooth";
  const moving = () => [...document.querySelectorAll("*")].filter((one) =>
    [null, "::before", "::after", "::details-content", "::marker"].some(
      (part) => moves(getComputedStyle(one, part)))).map((one) => `${called(one)} moves`);

  return [
    ...tooWide(), ...tooSmall(), ...badFocus(),
    ...(face.forced ? edgeless() : []), ...(face.still ? moving() : []),
  ];
}
