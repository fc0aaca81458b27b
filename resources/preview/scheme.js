// Shows the page light or dark by its own rules: in its media conditions `prefers-color-scheme` is replaced by
// something that is always or never true. Runs in the program's own world, so no script of the page sees it;
// what was rewritten comes back as written. Qt 6.4 has no switch of its own for this.
(function () {
  'use strict';

  const preference = /\(\s*prefers-color-scheme\s*(?::\s*(light|dark|no-preference)\s*)?\)/gi;
  const always = '(min-width: 0px)';
  const never = '(min-width: 1000000px)';
  const written = new WeakMap(); // media lists and elements -> their condition as the page has it
  let scheme = ''; // 'light', 'dark', or '' as the browser decides
  let hasRootScheme = false;

  function chosen(condition) {
    if (!scheme) return condition;
    return condition.replace(preference, (all, value) => !value || value.toLowerCase() === scheme ? always : never);
  }

  function rewrite(holder, read, write) {
    const original = written.get(holder) ?? read();
    if (!/prefers-color-scheme/i.test(original)) return;
    written.set(holder, original);
    const wanted = chosen(original);
    if (read() !== wanted) write(wanted);
  }

  function rewriteMedia(media) {
    if (media) rewrite(media, () => media.mediaText, (text) => { media.mediaText = text; });
  }

  function rewriteRules(owner) {
    let rules;
    try {
      rules = owner.cssRules;
    } catch (error) {
      return; // a sheet of another origin keeps its rules to itself
    }
    for (const rule of rules ?? []) {
      rewriteMedia(rule.media);
      if (rule.styleSheet) rewriteRules(rule.styleSheet);
      if (rule.cssRules) rewriteRules(rule);
    }
  }

  // What `color-scheme: light dark` leaves to the browser: the canvas, scroll bars, form fields.
  function setRootScheme() {
    const root = document.documentElement;
    if (!root) return;
    if (hasRootScheme) root.style.removeProperty('color-scheme');
    hasRootScheme = false;
    const meta = document.querySelector('meta[name="color-scheme"]');
    const offered = getComputedStyle(root).colorScheme + ' ' + (meta ? meta.content : '');
    if (!scheme || !offered.includes(scheme)) return;
    root.style.setProperty('color-scheme', scheme);
    hasRootScheme = true;
  }

  function apply() {
    for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])]) {
      rewriteMedia(sheet.media);
      rewriteRules(sheet);
    }
    for (const element of document.querySelectorAll('source[media]'))
      rewrite(element, () => element.media, (text) => { element.media = text; });
    setRootScheme();
  }

  function isAboutStyle(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return Boolean(element && (element.closest('style, link, source') || element.querySelector('style, link, source')));
  }

  function follow(records) {
    const nodes = records.flatMap((record) => [record.target, ...record.addedNodes]);
    if (nodes.some((node) => node.nodeType !== Node.DOCUMENT_NODE && isAboutStyle(node))) apply();
  }

  const observer = new MutationObserver(follow);

  window.postwrightScheme = (value) => {
    if (value === scheme) return;
    scheme = value;
    observer.disconnect();
    if (scheme) observer.observe(document, { childList: true, characterData: true, subtree: true });
    apply();
  };
  document.addEventListener('load', (event) => { if (scheme && event.target.tagName === 'LINK') apply(); }, true);
  document.addEventListener('DOMContentLoaded', () => { if (scheme) apply(); });
})();
