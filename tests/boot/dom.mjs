// Fake DOM elements with the members that public/boot/place.js uses.

class Element {
  constructor(localName, attributes, children) {
    this.localName = localName;
    this.attributes = attributes;
    this.children = children;
    this.parentElement = null;
    for (const child of children) child.parentElement = this;
    this.pathname = attributes.href;
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  contains(other) {
    return other === this || this.children.some((child) => child.contains(other));
  }

  /** This element and its descendants, in document order. */
  all() {
    return [this, ...this.children.flatMap((child) => child.all())];
  }

  matches(selector) {
    const [own, parent] = selector.split(" > ").reverse();
    const [, name, className, attribute] = /^(\w*)(?:\.(\w+))?(?:\[(\w+)\])?$/.exec(own);
    return (
      (!name || name === this.localName) &&
      (!className || className === this.attributes.class) &&
      (!attribute || attribute in this.attributes) &&
      (!parent || Boolean(this.parentElement?.matches(parent)))
    );
  }

  closest(selector) {
    return this.matches(selector) ? this : (this.parentElement?.closest(selector) ?? null);
  }

  querySelectorAll(selector) {
    return this.all().filter((element) => element !== this && element.matches(selector));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

export const element = (localName, attributes = {}, ...children) =>
  new Element(localName, attributes, children);
