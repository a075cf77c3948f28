/** Sets inline styles on an element of the page and gives back what stood there: navigation leaves nothing behind. */
export const borrowStyle = (element: HTMLElement, styles: Readonly<Record<string, string>>): (() => void) => {
  const before = Object.keys(styles).map((name) => ({
    name,
    value: element.style.getPropertyValue(name),
    priority: element.style.getPropertyPriority(name),
  }));
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
  return () => {
    for (const { name, value, priority } of before) {
      if (value === '') element.style.removeProperty(name);
      else element.style.setProperty(name, value, priority);
    }
  };
};

/** Styles a node of ours, so that no style sheet of the page has a say. `styles` ends each declaration with ";". */
export const styleOwn = (element: HTMLElement, styles: string): void => {
  element.style.cssText = styles.replaceAll(';', '!important;');
};
