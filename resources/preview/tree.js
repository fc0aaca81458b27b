// Source trees: a page's text parsed without running scripts, the marks that tell which elements begin at
// which places of the text, and which nodes of one tree are which of another.
globalThis.postwrightTree = (() => {
  'use strict';

  const {
    ELEMENT, TEXT, nodeType, nodeName, nodeValue, firstChild, nextSibling, isEqualNode, outerHTML, queryAll,
    getAttribute, removeAttribute, documentElement,
  } = postwrightDom;

  const childrenOf = (node) => {
    const children = [];
    for (let child = firstChild(node); child; child = nextSibling(child)) children.push(child);
    return children;
  };

  const keyOf = (node) =>
    nodeType(node) === ELEMENT ? outerHTML(node) : nodeName(node) + nodeValue(node);

  let hasTemplates = false; // isEqualNode() passes over what is inside a <template>
  const expectTemplates = (expected) => {
    hasTemplates = expected;
  };

  const same = (a, b) => isEqualNode(a, b) && (!hasTemplates || keyOf(a) === keyOf(b));

  // ---- Text to tree ----------------------------------------------------------------------------------------

  // Without scripts <noscript> is parsed as content and can even end the <head>; a page has it as text. It is
  // never shown, so it is left out.
  const parse = (html) =>
    new DOMParser().parseFromString(
      html.replace(/<noscript\b[^>]*>[^]*?<\/noscript\s*>/gi, '<noscript></noscript>'),
      'text/html',
    );

  // A name that no attribute of the text has.
  const markName = (text) => {
    let name = 'postwright';
    while (text.includes(name)) name += '-';
    return name;
  };

  // `text` with an attribute behind each tag name that ends at one of the ascending offsets `marks`.
  const withMarks = (text, marks, name) => {
    const pieces = [];
    let begin = 0;
    marks.forEach((offset, index) => {
      pieces.push(text.slice(begin, offset), ` ${name}=${index} `);
      begin = offset;
    });
    pieces.push(text.slice(begin));
    return pieces.join('');
  };

  const elementsIn = (nodes) =>
    nodes.flatMap((node) => (nodeType(node) === ELEMENT ? [node, ...queryAll(node, '*')] : []));

  // Takes the marks off again. For each mark the number of its element among all of `nodes`, in the order of
  // the text; undefined for a mark that stands in a script or a comment, where it is text.
  const takeMarks = (nodes, count, name) => {
    const places = new Array(count).fill(undefined);
    elementsIn(nodes).forEach((element, place) => {
      const mark = getAttribute(element, name);
      if (mark === null) return;
      places[Number(mark)] ??= place;
      removeAttribute(element, name);
    });
    return places;
  };

  const parseMarked = (text, marks) => {
    const name = markName(text);
    const tree = parse(withMarks(text, marks, name));
    const places = takeMarks([documentElement(tree)], marks.length, name);
    if (!places.includes(undefined)) return { tree, places };
    const good = marks.filter((_, index) => places[index] !== undefined);
    const again = parse(withMarks(text, good, name));
    takeMarks([documentElement(again)], good.length, name);
    return { tree: again, places };
  };

  const anchorsAt = (nodes, places) => {
    const elements = elementsIn(nodes);
    return places.map((place) => (place === undefined ? undefined : elements[place]));
  };

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

  return {
    childrenOf, keyOf, same, expectTemplates, parse, markName, withMarks, takeMarks, parseMarked, anchorsAt,
    align,
  };
})();
