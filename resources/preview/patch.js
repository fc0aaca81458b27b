// Keeps the page equal to the newest text without loading it again.
//
// The idea: keep the *source tree*, that is the text shown last parsed without running scripts. A new text is
// parsed the same way and compared with it, and each difference is applied twice: to the source tree, and
// through `live` to the node of the page that a source node stands for. What the page's own scripts added or
// changed is not in the source tree, so it is never touched, nor is anything else that did not change: scroll
// position, selection, films, open <details> and what was typed into forms stay.
//
// It runs in a world of its own: the page's scripts see neither it nor its channel to the program. The two
// worlds share the tree alone, and there a form field called "firstChild" hides the property of that name, so
// the tree is read and changed through the prototypes' own members only.
globalThis.postwright = (() => {
  'use strict';

  const ELEMENT = 1;
  const TEXT = 3;

  const getter = (prototype, name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).get);
  const setter = (prototype, name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).set);
  const method = (prototype, name) => Function.prototype.call.bind(prototype[name]);

  const nodeType = getter(Node.prototype, 'nodeType');
  const nodeName = getter(Node.prototype, 'nodeName');
  const parentNode = getter(Node.prototype, 'parentNode');
  const firstChild = getter(Node.prototype, 'firstChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const previousSibling = getter(Node.prototype, 'previousSibling');
  const isConnected = getter(Node.prototype, 'isConnected');
  const nodeValue = getter(Node.prototype, 'nodeValue');
  const setNodeValue = setter(Node.prototype, 'nodeValue');
  const textContent = getter(Node.prototype, 'textContent');
  const setTextContent = setter(Node.prototype, 'textContent');
  const insertBefore = method(Node.prototype, 'insertBefore');
  const removeChild = method(Node.prototype, 'removeChild');
  const replaceChild = method(Node.prototype, 'replaceChild');
  const isEqualNode = method(Node.prototype, 'isEqualNode');
  const comparePosition = method(Node.prototype, 'compareDocumentPosition');
  const outerHTML = getter(Element.prototype, 'outerHTML');
  const attributesOf = getter(Element.prototype, 'attributes');
  const getAttribute = method(Element.prototype, 'getAttribute');
  const setAttributeNode = method(Element.prototype, 'setAttributeNode');
  const removeAttributeNS = method(Element.prototype, 'removeAttributeNS');
  const getAttributeNS = method(Element.prototype, 'getAttributeNS');
  const hasAttributeNS = method(Element.prototype, 'hasAttributeNS');
  const classList = getter(Element.prototype, 'classList');
  const scrollIntoView = method(Element.prototype, 'scrollIntoView');
  const documentElement = getter(Document.prototype, 'documentElement');
  const readyState = getter(Document.prototype, 'readyState');
  const importNode = method(Document.prototype, 'importNode');
  const createElement = method(Document.prototype, 'createElement');
  const getElementById = method(Document.prototype, 'getElementById');
  const querySelector = method(Document.prototype, 'querySelector');
  const querySelectorAll = method(Element.prototype, 'querySelectorAll');
  const cloneNode = method(Node.prototype, 'cloneNode');
  const listen = method(EventTarget.prototype, 'addEventListener');

  // Thrown where only loading the page anew shows what the text says.
  class Reload extends Error {}

  // ---- The source tree ----------------------------------------------------------------------------------

  // Without scripts <noscript> is parsed as content and can even end the <head>; a page has it as text. It is
  // never shown, so it is left out.
  const parse = (html) =>
    new DOMParser().parseFromString(
      html.replace(/<noscript\b[^>]*>[^]*?<\/noscript\s*>/gi, '<noscript></noscript>'),
      'text/html',
    );

  let source = null; // the document parsed from `shownText`
  let shownText = '';
  const live = new WeakMap(); // node of the source tree -> node of the page

  const childrenOf = (node) => {
    const children = [];
    for (let child = firstChild(node); child; child = nextSibling(child)) children.push(child);
    return children;
  };

  const keyOf = (node) =>
    nodeType(node) === ELEMENT ? outerHTML(node) : nodeName(node) + nodeValue(node);

  let templates = false; // isEqualNode() passes over what is inside a <template>

  const same = (a, b) => isEqualNode(a, b) && (!templates || keyOf(a) === keyOf(b));

  // ---- Which node of one list is which of another ---------------------------------------------------------

  // Of pairs [before, after] in order of `after`, the most that are in order of `before` too.
  const longestRun = (pairs) => {
    const ends = []; // ends[n]: the pair that ends the best run of length n + 1
    const previous = [];
    pairs.forEach(([before], index) => {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (pairs[ends[middle]][0] < before) low = middle + 1;
        else high = middle;
      }
      previous[index] = low > 0 ? ends[low - 1] : -1;
      ends[low] = index;
    });
    const run = [];
    for (let index = ends.length ? ends[ends.length - 1] : -1; index >= 0; index = previous[index]) {
      run.unshift(pairs[index]);
    }
    return run;
  };

  // Pairs nodes of before[b..bEnd) and after[a..aEnd) that have equal content.
  const matchEqual = (before, b, bEnd, after, a, aEnd, match) => {
    const places = new Map();
    for (let i = bEnd - 1; i >= b; --i) {
      const key = keyOf(before[i]);
      if (!places.has(key)) places.set(key, []);
      places.get(key).push(i);
    }
    const pairs = [];
    for (let j = a; j < aEnd; ++j) {
      const place = places.get(keyOf(after[j]))?.pop();
      if (place !== undefined) pairs.push([place, j]);
    }
    for (const [i, j] of longestRun(pairs)) match[j] = i;
  };

  // Pairs what is left between two pairs, in order, by name. Text has no name to tell it by: with
  // `exactText` it is paired only where the names on both sides are the same one by one.
  const matchByName = (before, b, bEnd, after, a, aEnd, match, exactText) => {
    const parallel =
      bEnd - b === aEnd - a &&
      after.slice(a, aEnd).every((node, n) => nodeName(node) === nodeName(before[b + n]));
    let i = b;
    for (let j = a; j < aEnd; ++j) {
      if (exactText && !parallel && nodeType(after[j]) === TEXT) continue;
      let k = i;
      while (k < bEnd && nodeName(before[k]) !== nodeName(after[j])) ++k;
      if (k < bEnd) {
        match[j] = k;
        i = k + 1;
      }
    }
  };

  // For each node of `after` the index of its counterpart in `before`, or -1. Outside [start, end) the
  // counterparts are equal.
  const align = (before, after, exactText) => {
    const match = new Array(after.length).fill(-1);
    let start = 0;
    let bEnd = before.length;
    let end = after.length;
    while (start < bEnd && start < end && same(before[start], after[start])) match[start] = start++;
    while (bEnd > start && end > start && same(before[bEnd - 1], after[end - 1])) match[--end] = --bEnd;
    if (bEnd - start > 1 || end - start > 1) matchEqual(before, start, bEnd, after, start, end, match);
    let b = start;
    let a = start;
    for (let j = start; j <= end; ++j) {
      if (j < end && match[j] < 0) continue;
      const i = j < end ? match[j] : bEnd;
      matchByName(before, b, i, after, a, j, match, exactText);
      b = i + 1;
      a = j + 1;
    }
    return { match, start, end };
  };

  // ---- Pairing a page just loaded with its source ---------------------------------------------------------

  const pairEqual = (from, shown) => {
    live.set(from, shown);
    let to = firstChild(shown);
    for (let child = firstChild(from); child && to; child = nextSibling(child), to = nextSibling(to)) {
      pairEqual(child, to);
    }
  };

  // Scripts that ran while the page was parsed may have changed it already.
  const pair = (from, shown) => {
    live.set(from, shown);
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

  const patchChildren = (from, fresh) => {
    const before = childrenOf(from);
    const after = childrenOf(fresh);
    const { match, start, end } = align(before, after, false);
    const kept = new Set(match);
    const changed = []; // [index in before, index in after]
    for (let j = start; j < end; ++j) {
      if (match[j] >= 0 && !same(before[match[j]], after[j])) changed.push([match[j], j]);
    }
    const removed = before.filter((_, i) => !kept.has(i));
    const known = removed.every((node) => isBlank(node) || isIntact(node));
    if (!known || !changed.every(([i]) => isIntact(before[i]))) return rebuild(from, fresh);
    removed.forEach(remove);
    for (let j = end - 1, next = before[match[end]] || null; j >= start; --j) {
      if (match[j] < 0) insert(from, after[j], next);
      next = match[j] < 0 ? after[j] : before[match[j]];
    }
    for (const [i, j] of changed) patchNode(before[i], after[j]);
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
      live.set(from, copy);
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

  const report = (name, number) => {
    if (bridge) bridge[name](number);
    else waiting.push([name, number]);
  };

  const connect = () =>
    new QWebChannel(qt.webChannelTransport, (channel) => {
      bridge = channel.objects.bridge;
      for (const [name, number] of waiting) bridge[name](number);
      waiting = [];
    });

  // Of two frames asked for in a row, the second begins when the first is on the screen.
  const reportPainted = (serial) =>
    requestAnimationFrame(() => requestAnimationFrame(() => report('reportPainted', serial)));

  const scrollToPoint = (left, top) => {
    if (left > 0 || top > 0) window.scrollTo({ left, top, behavior: 'instant' });
  };

  const start = (load, serial, left, top, text) => {
    shownText = text;
    source = parse(text);
    pair(documentElement(source), documentElement(document));
    pairedLoad = load;
    report('reportReady', load);
    reportPainted(serial);
    scrollToPoint(left, top);
    const reached = window.scrollY;
    // Images that came late have moved everything; unless the user has scrolled since.
    listen(window, 'load', () => window.scrollY === reached && scrollToPoint(left, top));
  };

  // Called when the document is made, with the text it is made from.
  const begin = (load, serial, left, top, text) => {
    if (location.protocol !== 'postwright:') return;
    connect();
    // At 'interactive' everything is parsed and deferred scripts have not run yet.
    const startOnce = () => pairedLoad === undefined && start(load, serial, left, top, text);
    if (readyState(document) !== 'loading') startOnce();
    else listen(document, 'readystatechange', startOnce);
  };

  const apply = (fresh) => {
    templates = [source, fresh].some((tree) => querySelector(tree, 'template') !== null);
    const outside = (tree) => childrenOf(tree).map((node) => (nodeType(node) === ELEMENT ? '' : keyOf(node)));
    if (outside(source).join('\n') !== outside(fresh).join('\n')) throw new Reload('document type');
    inserted = [];
    patchNode(documentElement(source), documentElement(fresh));
    runScripts(inserted);
  };

  // The new text is the old one's first `head` units, `middle`, and its last `tail` units.
  // 'patched', or why the page must be loaded instead.
  const patch = (serial, head, tail, middle) => {
    if (!source) return 'no source';
    const text = shownText.slice(0, head) + middle + shownText.slice(shownText.length - tail);
    try {
      apply(parse(text));
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

  return { begin, patch, goTo, paired: () => pairedLoad };
})();
