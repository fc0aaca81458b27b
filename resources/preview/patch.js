// Keeps the page equal to the newest text without loading it again.
//
// The idea: keep the *source tree*, that is the text shown last parsed without running scripts. A new text is
// parsed the same way and compared with it, and each difference is applied twice: to the source tree, and
// through `live` to the node of the page that a source node stands for. What the page's own scripts added or
// changed is not in the source tree, so it is never touched, nor is anything else that did not change: scroll
// position, selection, films, open <details> and what was typed into forms stay.
//
// While one types, only the part of the text around the change is parsed: `anchors` are the elements of the
// source tree that begin at places which the program knows in the text.
//
// It runs in a world of its own: the page's scripts see neither it nor its channel to the program. The two
// worlds share the tree alone, and there a form field called "firstChild" hides the property of that name, so
// the tree is read and changed through the prototypes' own members only.
globalThis.postwright = (() => {
  'use strict';

  const {
    ELEMENT, TEXT, nodeType, nodeName, parentNode, firstChild, nextSibling, previousSibling, isConnected,
    nodeValue, setNodeValue, textContent, setTextContent, insertBefore, removeChild, replaceChild,
    comparePosition, outerHTML, setInnerHTML, attributesOf, getAttribute, setAttributeNode,
    removeAttributeNS, getAttributeNS, hasAttributeNS, classList, scrollIntoView, documentElement,
    readyState, importNode, createElement, getElementById, querySelector, cloneNode, listen,
  } = postwrightDom;
  const {
    childrenOf, keyOf, same, expectTemplates, parse, markName, withMarks, takeMarks, parseMarked, anchorsAt,
    align,
  } = postwrightTree;

  // Thrown where only loading the page anew shows what the text says.
  class Reload extends Error {}

  let source = null; // the document parsed from `shownText`
  let wholeParses = 0; // how often a whole text was parsed
  let shownText = '';
  let anchors = []; // elements of the source tree; undefined where a mark led to none
  const live = new WeakMap(); // node of the source tree -> node of the page
  const sources = new WeakMap(); // the other way round

  const setLive = (from, shown) => {
    live.set(from, shown);
    sources.set(shown, from);
  };

  // ---- Pairing a page just loaded with its source ---------------------------------------------------------

  const pairEqual = (from, shown) => {
    setLive(from, shown);
    let to = firstChild(shown);
    for (let child = firstChild(from); child && to; child = nextSibling(child), to = nextSibling(to)) {
      pairEqual(child, to);
    }
  };

  // Scripts that ran while the page was parsed may have changed it already.
  const pair = (from, shown) => {
    setLive(from, shown);
    const before = childrenOf(shown);
    const after = childrenOf(from);
    const { match, start, end } = align(before, after, true);
    after.forEach((child, j) => {
      if (match[j] < 0) return;
      if (j < start || j >= end) pairEqual(child, before[match[j]]);
      else pair(child, before[match[j]]);
    });
  };

  // ---- Applying differences -------------------------------------------------------------------------------

  let inserted = []; // nodes put into the page by this patch

  // The child of `parent` that is `node` or holds it (a script may have wrapped it), or null.
  const childHolding = (parent, node) => {
    while (node && parentNode(node) !== parent) node = parentNode(node);
    return node;
  };

  // Puts `shown` into the page where the source node `from`, already in its place, stands.
  const insertLive = (from, shown) => {
    const parent = live.get(parentNode(from));
    for (let next = nextSibling(from); next; next = nextSibling(next)) {
      const place = childHolding(parent, live.get(next) || null);
      if (place) return void insertBefore(parent, shown, place);
    }
    for (let previous = previousSibling(from); previous; previous = previousSibling(previous)) {
      const place = childHolding(parent, live.get(previous) || null);
      if (place) return void insertBefore(parent, shown, nextSibling(place));
    }
    insertBefore(parent, shown, null);
  };

  const insert = (parent, fresh, next) => {
    const shown = importNode(document, fresh, true);
    insertBefore(parent, fresh, next);
    pairEqual(fresh, shown);
    insertLive(fresh, shown);
    if (nodeType(shown) === ELEMENT) inserted.push([fresh, shown]);
  };

  const remove = (from) => {
    const shown = live.get(from);
    removeChild(parentNode(from), from);
    if (shown && parentNode(shown)) removeChild(parentNode(shown), shown);
  };

  // Whether the page still shows `from` as the text has it, so that a change can be applied there.
  const isIntact = (from) => {
    const shown = live.get(from);
    if (shown === undefined || !isConnected(shown)) return false;
    return nodeType(from) === ELEMENT || nodeValue(shown) === nodeValue(from);
  };

  const isBlank = (from) => nodeType(from) === TEXT && !/\S/.test(nodeValue(from));

  // All children anew, where scripts have replaced the ones we knew.
  const rebuild = (from, fresh) => {
    const shown = live.get(from);
    if (['HTML', 'HEAD', 'BODY'].includes(nodeName(from))) throw new Reload('replaced by a script');
    for (const child of childrenOf(shown)) removeChild(shown, child);
    for (const child of childrenOf(from)) removeChild(from, child);
    for (const child of childrenOf(fresh)) insert(from, child, null);
  };

  const patchClasses = (shown, before, after) => {
    const tokens = (value) => (value || '').split(/\s+/).filter(Boolean);
    const list = classList(shown);
    const wanted = tokens(after);
    for (const token of tokens(before)) if (!wanted.includes(token)) list.remove(token);
    list.add(...wanted);
  };

  const patchAttributes = (from, fresh) => {
    const shown = live.get(from);
    for (const { namespaceURI, localName, name, value } of [...attributesOf(fresh)]) {
      const before = getAttributeNS(from, namespaceURI, localName);
      if (before === value) continue;
      if (name === 'class') patchClasses(shown, before, value);
      else setAttributeNode(shown, copyAttribute(fresh, namespaceURI, localName));
      setAttributeNode(from, copyAttribute(fresh, namespaceURI, localName));
    }
    for (const { namespaceURI, localName, name, value } of [...attributesOf(from)]) {
      if (hasAttributeNS(fresh, namespaceURI, localName)) continue;
      if (name === 'class') patchClasses(shown, value, '');
      else removeAttributeNS(shown, namespaceURI, localName);
      removeAttributeNS(from, namespaceURI, localName);
    }
  };

  // Not setAttribute(): it refuses names that the parser takes.
  const copyAttribute = (element, namespaceURI, localName) =>
    cloneNode(attributesOf(element).getNamedItemNS(namespaceURI, localName), true);

  const isExecutable = (script) => {
    const type = (getAttribute(script, 'type') || '').trim().toLowerCase();
    return type === '' || type === 'module' || /^(text|application)\/(x-)?(java|ecma|j)script/.test(type);
  };

  // What in a <head> can change under a running page: nothing there depends on it.
  const isSoft = (element) => {
    switch (nodeName(element)) {
      case 'TITLE':
      case 'NOSCRIPT':
        return true;
      case 'META': {
        const name = (getAttribute(element, 'name') || '').toLowerCase();
        const isRule = ['viewport', 'color-scheme', 'referrer'].includes(name);
        return !isRule && (name !== '' || getAttribute(element, 'property') !== null);
      }
      case 'LINK': {
        const rel = (getAttribute(element, 'rel') || '').toLowerCase();
        return ['canonical', 'alternate', 'prev', 'next', 'author', 'license', 'shortlink'].includes(rel);
      }
      case 'SCRIPT':
        return !isExecutable(element) && getAttribute(element, 'type') !== 'importmap';
      default:
        return false;
    }
  };

  const rulesOf = (head) =>
    childrenOf(head)
      .filter((child) => nodeType(child) === ELEMENT && !isSoft(child))
      .map(outerHTML)
      .join('\n');

  // These act once, when they are made.
  const isReplacedWhole = (name) => ['SCRIPT', 'TEMPLATE', 'OBJECT', 'EMBED'].includes(name);

  const patchNode = (from, fresh) => {
    if (nodeType(from) !== ELEMENT) {
      setNodeValue(from, nodeValue(fresh));
      setNodeValue(live.get(from), nodeValue(fresh));
      return;
    }
    const name = nodeName(from);
    if (name === 'HEAD' && rulesOf(from) !== rulesOf(fresh)) throw new Reload('head');
    if (isReplacedWhole(name)) {
      insert(parentNode(from), fresh, from);
      remove(from);
      return;
    }
    patchAttributes(from, fresh);
    patchChildren(from, fresh);
  };

  // Makes the children `before` of `from`, which are followed by `behind`, what the nodes `after` are. False,
  // and nothing is done, where scripts have replaced what would have to change.
  const patchList = (from, before, after, behind) => {
    const { match, start, end } = align(before, after, false);
    const kept = new Set(match);
    const changed = []; // [index in before, index in after]
    for (let j = start; j < end; ++j) {
      if (match[j] >= 0 && !same(before[match[j]], after[j])) changed.push([match[j], j]);
    }
    const removed = before.filter((_, i) => !kept.has(i));
    const known = removed.every((node) => isBlank(node) || isIntact(node));
    if (!known || !changed.every(([i]) => isIntact(before[i]))) return false;
    removed.forEach(remove);
    for (let j = end - 1, next = before[match[end]] || behind; j >= start; --j) {
      if (match[j] < 0) insert(from, after[j], next);
      next = match[j] < 0 ? after[j] : before[match[j]];
    }
    for (const [i, j] of changed) patchNode(before[i], after[j]);
    return true;
  };

  const patchChildren = (from, fresh) => {
    if (!patchList(from, childrenOf(from), childrenOf(fresh), null)) rebuild(from, fresh);
  };

  // ---- Scripts inside what was inserted run, one after the other, as when a page is loaded ----------------

  const runScript = (from, script) =>
    new Promise((resolve) => {
      const copy = createElement(document, 'script');
      for (const attribute of [...attributesOf(script)]) setAttributeNode(copy, cloneNode(attribute, true));
      setTextContent(copy, textContent(script));
      const has = (name) => getAttribute(script, name) !== null;
      copy.async = has('async');
      const waits = has('src') && !has('async') && !has('defer') && getAttribute(script, 'type') !== 'module';
      if (waits) {
        listen(copy, 'load', resolve);
        listen(copy, 'error', resolve);
      }
      replaceChild(parentNode(script), copy, script);
      setLive(from, copy);
      if (!waits) resolve();
    });

  const runScripts = async (roots) => {
    const scripts = [];
    const collect = (from, shown) => {
      if (shown instanceof HTMLScriptElement) scripts.push([from, shown]);
      let to = firstChild(shown);
      for (let child = firstChild(from); child && to; child = nextSibling(child), to = nextSibling(to)) {
        collect(child, to);
      }
    };
    for (const [from, shown] of roots) collect(from, shown);
    scripts.sort(([, a], [, b]) => (comparePosition(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (const [from, script] of scripts) {
      if (isConnected(script) && isExecutable(script)) await runScript(from, script);
    }
  };

  // ---- What the program calls -------------------------------------------------------------------------------

  let bridge = null;
  let waiting = []; // reports made before the channel was there
  let pairedLoad; // number of the load that was paired
  const afterPairing = [];

  const report = (name, ...values) => {
    if (bridge) bridge[name](...values);
    else waiting.push([name, values]);
  };

  const connect = () =>
    new QWebChannel(qt.webChannelTransport, (channel) => {
      bridge = channel.objects.bridge;
      for (const [name, values] of waiting) bridge[name](...values);
      waiting = [];
    });

  // Of two frames asked for in a row, the second begins when the first is on the screen.
  const reportPainted = (serial) =>
    requestAnimationFrame(() => requestAnimationFrame(() => report('reportPainted', serial)));

  const scrollToPoint = (left, top) => {
    if (left > 0 || top > 0) window.scrollTo({ left, top, behavior: 'instant' });
  };

  const start = (load, serial, left, top, text, marks) => {
    shownText = text;
    ++wholeParses;
    const { tree, places } = parseMarked(text, marks);
    source = tree;
    anchors = anchorsAt([documentElement(source)], places);
    pair(documentElement(source), documentElement(document));
    pairedLoad = load;
    for (const then of afterPairing) then();
    report('reportReady', load);
    reportPainted(serial);
    scrollToPoint(left, top);
    const reached = window.scrollY;
    // Images that came late have moved everything; unless the user has scrolled since.
    listen(window, 'load', () => window.scrollY === reached && scrollToPoint(left, top));
  };

  // Called when the document is made, with the text it is made from.
  const begin = (load, serial, left, top, text, marks) => {
    if (location.protocol !== 'postwright:') return;
    connect();
    // At 'interactive' everything is parsed and deferred scripts have not run yet.
    const startOnce = () => pairedLoad === undefined && start(load, serial, left, top, text, marks);
    if (readyState(document) !== 'loading') startOnce();
    else listen(document, 'readystatechange', startOnce);
  };

  const apply = (fresh) => {
    expectTemplates([source, fresh].some((tree) => querySelector(tree, 'template') !== null));
    const outside = (tree) => childrenOf(tree).map((node) => (nodeType(node) === ELEMENT ? '' : keyOf(node)));
    if (outside(source).join('\n') !== outside(fresh).join('\n')) throw new Reload('document type');
    inserted = [];
    patchNode(documentElement(source), documentElement(fresh));
    runScripts(inserted);
  };

  // `text` with the elements at `marks` as the new anchors.
  const patchWhole = (text, marks) => {
    ++wholeParses;
    const { tree, places } = parseMarked(text, marks);
    apply(tree);
    anchors = anchorsAt([documentElement(source)], places);
  };

  // Where the elements that are open and the place where a text stands say all about how it is parsed.
  const kPlain =
    'HTML BODY DIV MAIN ARTICLE SECTION ASIDE HEADER FOOTER NAV FIGURE BLOCKQUOTE DETAILS UL OL LI DL DD';
  const plainNames = new Set(kPlain.split(' '));
  const isPlain = (node) =>
    nodeType(node) !== ELEMENT || (plainNames.has(nodeName(node)) && isPlain(parentNode(node)));

  const parseIn = (parent, html) => {
    const holder = cloneNode(parent, false);
    setInnerHTML(holder, html);
    return childrenOf(holder);
  };

  const hasTextOutsideTables = (node) => {
    if (nodeType(node) === TEXT) return /\S/.test(nodeValue(node));
    return nodeName(node) !== 'TABLE' && childrenOf(node).some(hasTextOutsideTables);
  };

  // The nodes that stand for `expected` from `node` on; null when the tree has others there: then what comes
  // before them is not as closed as it looks, and only the whole text tells how this part is read.
  const siblingsLike = (node, expected) => {
    const nodes = [];
    for (const wanted of expected) {
      if (!node || !same(node, wanted)) return null;
      nodes.push(node);
      node = nextSibling(node);
    }
    // An open <b> shows itself in text alone, and not in a table's.
    return nodes.some(hasTextOutsideTables) ? nodes : null;
  };

  // Parses no more than the elements from anchor `first` to before anchor `end`, which are the text from
  // `from` to `oldEnd` and, in the new text, to `newEnd`. False when the whole text must be parsed.
  const patchPart = (text, marks, { first, end, from, oldEnd, newEnd }) => {
    const anchor = anchors[first];
    const parent = anchor && parentNode(anchor);
    if (!parent || !isPlain(parent)) return false;
    const before = siblingsLike(anchor, parseIn(parent, shownText.slice(from, oldEnd)));
    if (!before) return false;
    const part = text.slice(from, newEnd);
    const name = markName(part);
    const after = parseIn(parent, withMarks(part, marks, name));
    const places = takeMarks(after, marks.length, name);
    if (places.includes(undefined)) return false;
    const previous = previousSibling(anchor);
    const behind = nextSibling(before[before.length - 1]);
    inserted = [];
    if (!patchList(parent, before, after, behind)) return false;
    const now = [];
    let node = previous ? nextSibling(previous) : firstChild(parent);
    for (; node !== behind; node = nextSibling(node)) now.push(node);
    anchors.splice(first, end - first, ...anchorsAt(now, places));
    runScripts(inserted);
    return true;
  };

  // The new text is the old one's first `head` units, `middle`, and its last `tail` units. `marks` are the
  // places of its anchors, or of those of `part` alone.
  // 'patched', 'whole' when the part says too little, or why the page must be loaded instead.
  const patch = (serial, { head, tail, middle }, marks, part) => {
    if (!source) return 'no source';
    const text = shownText.slice(0, head) + middle + shownText.slice(shownText.length - tail);
    try {
      if (!part) patchWhole(text, marks);
      else if (!patchPart(text, marks, part)) return 'whole';
    } catch (error) {
      source = null;
      return String(error);
    }
    shownText = text;
    reportPainted(serial);
    return 'patched';
  };

  const goTo = (id) => {
    const target = id ? getElementById(document, id) : documentElement(document);
    if (target) scrollIntoView(target);
  };

  return {
    begin,
    patch,
    goTo,
    report,
    paired: () => pairedLoad,
    whenPaired: (then) => afterPairing.push(then),
    anchorCount: () => anchors.length,
    shownAt: (index) => live.get(anchors[index]), // the element of the page, or undefined
    sourceOf: (shown) => sources.get(shown),
    liveOf: (from) => live.get(from),
    sourceRoot: () => source && documentElement(source),
    parsed: (marked) => documentElement(parse(marked)),
    shownText: () => shownText,
    wholeParses: () => wholeParses,
  };
})();
