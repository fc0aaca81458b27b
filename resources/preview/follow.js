// Keeps the page at the place of the text: scrolls it with the text, marks the caret's block, and tells when
// the user scrolls or clicks. What it does leaves no trace in the tree: the mark is a paused animation.
(() => {
  'use strict';

  const {
    ELEMENT, TEXT, COMMENT, nodeType, nodeName, nodeValue, parentNode, firstChild, nextSibling, previousSibling,
    isConnected, getAttribute, boxOf, animate, closest, comparePosition, documentElement, createRange,
    caretRangeFromPoint, elementFromPoint, listen,
  } = postwrightDom;
  const { markName } = postwrightTree;
  const page = globalThis.postwright;

  // ---- Where the blocks stand, in pixels of the page --------------------------------------------------------

  // Null for what is not shown.
  const boxAt = (index) => {
    const element = page.shownAt(index);
    if (!element || !isConnected(element)) return null;
    const box = boxOf(element);
    return box.width > 0 || box.height > 0 ? box : null;
  };

  const endOfBlocks = () => {
    for (let index = page.anchorCount() - 1; index >= 0; --index) {
      const box = boxAt(index);
      if (box) return box.bottom + window.scrollY;
    }
    return 0;
  };

  // Of the block at `index` or the next one that is shown.
  const topOf = (index) => {
    for (; index < page.anchorCount(); ++index) {
      const box = boxAt(index);
      if (box) return box.top + window.scrollY;
    }
    return endOfBlocks();
  };

  const placeAt = (top) => {
    let low = 0;
    let high = page.anchorCount();
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(middle) <= top + 0.5) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return { index: -1, share: 0 };
    const begin = topOf(low - 1);
    const end = topOf(low);
    const share = end > begin ? Math.min(1, Math.max(0, (top - begin) / (end - begin))) : 0;
    return { index: low - 1, share };
  };

  // ---- Scrolling ----------------------------------------------------------------------------------------------

  const kUserMs = 500; // a scroll later than this after the user's input is not the user's

  let follows = true;
  let wanted = null; // the place of the text, while the text leads: { from, to, share }
  let ownTop = -1; // where our own scrolling led to
  let inputAt = -Infinity;
  let isPressed = false;

  const settle = () => {
    if (!wanted || !follows) return;
    const { from, to, share } = wanted;
    const begin = from < 0 ? 0 : topOf(from);
    const end = from < 0 ? 0 : to < 0 ? endOfBlocks() : topOf(to);
    window.scrollTo({ top: begin + share * (end - begin), behavior: 'instant' });
    ownTop = window.scrollY;
  };

  // The text between the blocks `from` and `to`, after `share` (0-1) of it, comes to the top; -1 are the
  // page's top and the blocks' end.
  const follow = (from, to, share) => {
    wanted = { from, to, share };
    settle();
  };

  const setFollows = (on) => {
    follows = on;
    if (!on) wanted = null;
  };

  const onScroll = (event) => {
    if (event.target !== document || !follows) return;
    const isOurs = Math.abs(window.scrollY - ownTop) < 1;
    ownTop = -1;
    if (isOurs || !(isPressed || performance.now() - inputAt < kUserMs)) return;
    wanted = null;
    const { index, share } = placeAt(window.scrollY);
    page.report('reportScrolled', index, share);
  };

  const noteInput = (event) => {
    if (event.isTrusted) inputAt = performance.now();
  };

  const watchScrolling = () => {
    const early = { capture: true, passive: true };
    for (const name of ['wheel', 'touchmove', 'keydown', 'pointerup']) listen(window, name, noteInput, early);
    // No event tells that a scroll bar was let go of: the next one without a button does.
    listen(window, 'pointerdown', (event) => (isPressed = event.isTrusted), early);
    listen(window, 'pointerup', () => (isPressed = false), early);
    listen(window, 'mousemove', (event) => (isPressed &&= event.buttons !== 0), early);
    listen(document, 'scroll', onScroll, early);
  };

  // ---- The caret's block ----------------------------------------------------------------------------------------

  const kMarkWidth = 3;

  let marked = { index: -1, colour: '' };
  let drawn = { shadow: '' }; // with its element and animation

  // A shadow of the block, so far to the left that only its right edge is within the page.
  const mark = (index, colour) => {
    marked = { index, colour };
    const box = index < 0 ? null : boxAt(index);
    const shadow = box ? `${kMarkWidth - box.right - window.scrollX}px 0 0 0 ${colour}` : '';
    const element = box ? page.shownAt(index) : undefined;
    if (drawn.shadow === shadow && drawn.element === element) return;
    drawn.animation?.cancel();
    drawn = { shadow, element };
    if (!element) return;
    const look = { boxShadow: shadow };
    drawn.animation = animate(element, [look, look], { duration: 1, fill: 'both', composite: 'add' });
    drawn.animation.pause();
  };

  // ---- Clicks -----------------------------------------------------------------------------------------------------

  // Where a click has a meaning of its own.
  const kActive =
    'a[href], button, input, select, textarea, label, summary, video, audio, iframe, object, embed, ' +
    '[contenteditable]';
  const kDragged = 4; // pixels

  let press = null;

  const onClick = (event) => {
    const { clientX: x, clientY: y } = event;
    if (!event.isTrusted || event.detail !== 1 || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!press || Math.hypot(x - press.x, y - press.y) > kDragged) return;
    const target = elementFromPoint(document, x, y);
    if (target && !closest(target, kActive)) page.report('reportClicked', Math.round(x), Math.round(y));
  };

  const watchClicks = () => {
    listen(window, 'mousedown', (event) => (press = { x: event.clientX, y: event.clientY }), true);
    listen(window, 'click', onClick, true);
  };

  const contains = (element, node) =>
    element === node || (comparePosition(element, node) & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0;

  // The node of the page at a point, the number of the character in it when it is text, and a range there.
  const hit = (x, y) => {
    const target = elementFromPoint(document, x, y);
    const range = caretRangeFromPoint(document, x, y);
    if (!target || !range || !contains(target, range.startContainer)) return { node: target, unit: -1 };
    const node = range.startContainer;
    const unit = nodeType(node) === TEXT ? Math.min(range.startOffset, nodeValue(node).length - 1) : -1;
    return { node, unit, range };
  };

  // Whether the point is on something, and not on the room beside it.
  const isOn = ({ node, unit }, x, y) => {
    if (!node || nodeType(node) !== TEXT) return node !== null && nodeName(node) === 'IMG';
    const glyphs = createRange(document); // the point is on the one before the caret's place or behind it
    glyphs.setStart(node, Math.max(0, unit - 1));
    glyphs.setEnd(node, Math.max(0, unit) + 1);
    return [...glyphs.getClientRects()].some(
      (box) => x >= box.left - kDragged && x <= box.right + kDragged && y >= box.top && y <= box.bottom,
    );
  };

  // `text` with the mark of index n at offsets[2 n]: an attribute where offsets[2 n + 1] says that a tag's name
  // ends there, else a comment.
  const withAllMarks = (text, offsets, name) => {
    const pieces = [];
    let begin = 0;
    for (let i = 0; i < offsets.length; i += 2) {
      const mark = offsets[i + 1] ? ` ${name}=${i / 2} ` : `<!--${name}${i / 2}-->`;
      pieces.push(text.slice(begin, offsets[i]), mark);
      begin = offsets[i];
    }
    pieces.push(text.slice(begin));
    return pieces.join('');
  };

  // The elements before `from` in its parent, and the characters between the last of them and `from`.
  const stepTo = (from) => {
    let elements = 0;
    let units = 0;
    for (let node = previousSibling(from); node; node = previousSibling(node)) {
      if (nodeType(node) === ELEMENT) ++elements;
      else if (nodeType(node) === TEXT && elements === 0) units += nodeValue(node).length;
    }
    return { elements, units };
  };

  const pathTo = (from) => {
    const path = [];
    const root = page.sourceRoot();
    for (let node = from; node && node !== root; node = parentNode(node)) path.unshift(stepTo(node));
    return path;
  };

  // The last mark that stands before a character of the text node `from`, or before the end of the start tag
  // of the element `from`.
  const lastMark = (root, from, unit, name) => {
    let last = -1;
    const note = (node) => {
      if (nodeType(node) === ELEMENT) last = Number(getAttribute(node, name) ?? last);
      else if (nodeType(node) === COMMENT && nodeValue(node).startsWith(name)) {
        last = Number(nodeValue(node).slice(name.length));
      }
    };
    const noteAll = (node) => {
      note(node);
      for (let child = firstChild(node); child; child = nextSibling(child)) noteAll(child);
    };
    const path = pathTo(from);
    let parent = root;
    note(root);
    path.forEach((step, depth) => {
      const isText = depth === path.length - 1 && nodeType(from) === TEXT;
      const wantedUnits = isText ? step.units + Math.max(0, unit) : Infinity;
      let elements = 0;
      let units = 0;
      let node = parent && firstChild(parent);
      for (; node; node = nextSibling(node)) {
        if (nodeType(node) === ELEMENT && elements++ === step.elements) break;
        if (nodeType(node) === TEXT && elements === step.elements) units += nodeValue(node).length;
        if (isText && elements === step.elements && units > wantedUnits) break;
        noteAll(node);
      }
      if (node && !isText) note(node);
      parent = node;
    });
    return last;
  };

  // The innermost block of the post that holds `from`.
  const anchorOf = (from) => {
    const indexes = new Map();
    for (let index = page.anchorCount() - 1; index >= 0; --index) indexes.set(page.shownAt(index), index);
    for (let node = from; node; node = parentNode(node)) {
      const index = indexes.get(page.liveOf(node));
      if (index !== undefined) return index;
    }
    return -1;
  };

  const textBefore = (anchor, range) => {
    if (anchor < 0 || !range) return '';
    const before = createRange(document);
    before.setStart(page.shownAt(anchor), 0);
    before.setEnd(range.startContainer, range.startOffset);
    return String(before);
  };

  // What stands at a point of the window: the last of the marks (see withAllMarks), the block of the post, the
  // block's text before the point, and whether the point is on something.
  const locate = (x, y, offsets) => {
    const point = hit(x, y);
    const { node, unit, range } = point;
    let known = node;
    while (known && !page.sourceOf(known)) known = parentNode(known);
    if (!known) return null;
    const from = page.sourceOf(known);
    const name = markName(page.shownText());
    const root = page.parsed(withAllMarks(page.shownText(), offsets, name));
    const anchor = anchorOf(from);
    const mark = lastMark(root, from, known === node ? unit : -1, name);
    return { mark, anchor, text: textBefore(anchor, range), isOn: isOn(point, x, y) };
  };

  // ---------------------------------------------------------------------------------------------------------------

  const watchSize = () => {
    const refresh = () => {
      settle(); // images that came late
      mark(marked.index, marked.colour);
    };
    new ResizeObserver(refresh).observe(documentElement(document));
  };

  page.whenPaired(() => {
    watchScrolling();
    watchClicks();
    watchSize();
  });
  Object.assign(page, { follow, setFollows, mark, locate, topOf });
})();
