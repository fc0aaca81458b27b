// The members of the document tree that our scripts use, taken from the prototypes of our own world: in the
// tree that the page's scripts share, a form field called "firstChild" hides the property of that name.
globalThis.postwrightDom = (() => {
  'use strict';

  const getter = (prototype, name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).get);
  const setter = (prototype, name) =>
    Function.prototype.call.bind(Object.getOwnPropertyDescriptor(prototype, name).set);
  const method = (prototype, name) => Function.prototype.call.bind(prototype[name]);

  return {
    ELEMENT: 1,
    TEXT: 3,
    COMMENT: 8,
    nodeType: getter(Node.prototype, 'nodeType'),
    nodeName: getter(Node.prototype, 'nodeName'),
    parentNode: getter(Node.prototype, 'parentNode'),
    firstChild: getter(Node.prototype, 'firstChild'),
    nextSibling: getter(Node.prototype, 'nextSibling'),
    previousSibling: getter(Node.prototype, 'previousSibling'),
    isConnected: getter(Node.prototype, 'isConnected'),
    nodeValue: getter(Node.prototype, 'nodeValue'),
    setNodeValue: setter(Node.prototype, 'nodeValue'),
    textContent: getter(Node.prototype, 'textContent'),
    setTextContent: setter(Node.prototype, 'textContent'),
    insertBefore: method(Node.prototype, 'insertBefore'),
    removeChild: method(Node.prototype, 'removeChild'),
    replaceChild: method(Node.prototype, 'replaceChild'),
    isEqualNode: method(Node.prototype, 'isEqualNode'),
    comparePosition: method(Node.prototype, 'compareDocumentPosition'),
    cloneNode: method(Node.prototype, 'cloneNode'),
    outerHTML: getter(Element.prototype, 'outerHTML'),
    setInnerHTML: setter(Element.prototype, 'innerHTML'),
    attributesOf: getter(Element.prototype, 'attributes'),
    getAttribute: method(Element.prototype, 'getAttribute'),
    removeAttribute: method(Element.prototype, 'removeAttribute'),
    setAttributeNode: method(Element.prototype, 'setAttributeNode'),
    removeAttributeNS: method(Element.prototype, 'removeAttributeNS'),
    getAttributeNS: method(Element.prototype, 'getAttributeNS'),
    hasAttributeNS: method(Element.prototype, 'hasAttributeNS'),
    classList: getter(Element.prototype, 'classList'),
    scrollIntoView: method(Element.prototype, 'scrollIntoView'),
    boxOf: method(Element.prototype, 'getBoundingClientRect'),
    animate: method(Element.prototype, 'animate'),
    closest: method(Element.prototype, 'closest'),
    queryAll: method(Element.prototype, 'querySelectorAll'),
    documentElement: getter(Document.prototype, 'documentElement'),
    readyState: getter(Document.prototype, 'readyState'),
    importNode: method(Document.prototype, 'importNode'),
    createElement: method(Document.prototype, 'createElement'),
    createRange: method(Document.prototype, 'createRange'),
    caretRangeFromPoint: method(Document.prototype, 'caretRangeFromPoint'),
    elementFromPoint: method(Document.prototype, 'elementFromPoint'),
    getElementById: method(Document.prototype, 'getElementById'),
    querySelector: method(Document.prototype, 'querySelector'),
    listen: method(EventTarget.prototype, 'addEventListener'),
  };
})();
