// What a person does with pointer and keys, as far as the page hears of it.
{
  // On the page's own nodes a pointer's coming and going is the page's to know, and when it hears of it follows the machine's load.
  const listen = (types, note, describe) => {
    for (const type of types) {
      addEventListener(
        type,
        (event) => {
          const isOurs = event.target === hostile.ours();
          if (hostile.isLoading() || (!isOurs && /^(pointer|mouse|focus|blur)/.test(type))) return;
          note(`${type} ${isOurs ? 'ours' : (event.target?.nodeName ?? 'window')}`, describe?.(event) ?? []);
        },
        { capture: true, passive: true },
      );
    }
  };
  hostile.attack({
    name: 'pointer and hover',
    learns: 'over which mark a person rests, and what lies there',
    start(note) {
      const types = ['over', 'out', 'enter', 'leave', 'down', 'up', 'move', 'cancel'].map((kind) => `pointer${kind}`);
      listen(
        types.concat('mouseover', 'mouseout', 'mousemove', 'click', 'dblclick', 'auxclick', 'contextmenu'),
        note,
        (event) => [event.relatedTarget?.nodeName ?? null, event.composedPath().length],
      );
    },
    look: () => [...document.querySelectorAll(':hover')].map(({ nodeName }) => nodeName),
  });
  hostile.attack({
    name: 'focus',
    learns: 'that, and how often, a person’s focus moves between marks',
    start(note) {
      listen(['focus', 'blur', 'focusin', 'focusout'], note, (event) => [event.relatedTarget?.nodeName ?? null]);
    },
    look: () => [
      document.activeElement?.nodeName,
      document.hasFocus(),
      document.querySelectorAll(':focus-within').length,
    ],
  });
  hostile.attack({
    name: 'keys',
    learns: 'what a person types in our frame',
    start(note) {
      listen(['keydown', 'keypress', 'beforeinput', 'input', 'compositionstart'], note, ({ key, target }) => [
        target?.id || target?.nodeName,
        key ?? null,
      ]);
    },
  });
  hostile.attack({
    name: 'wheel and touch',
    learns: 'whether what lies under the pointer can scroll',
    start(note) {
      listen(['wheel', 'touchstart', 'touchmove', 'gesturestart', 'overscroll'], note);
    },
  });
  hostile.attack({
    name: 'drag and drop',
    learns: 'a text that is dragged out of our frame',
    start(note) {
      for (const type of ['dragenter', 'dragover', 'drop', 'dragstart', 'dragend']) {
        addEventListener(
          type,
          (event) => {
            event.preventDefault();
            note(type, [[...(event.dataTransfer?.types ?? [])], event.dataTransfer?.getData('text/plain').length ?? 0]);
          },
          true,
        );
      }
    },
  });
  hostile.attack({
    name: 'events made by the page on our nodes',
    learns: 'whether a click, key or load of the page’s own making opens, grows or changes something of ours',
    async look(phase) {
      const ours = hostile.ours();
      if (!ours || phase !== 'shown') return null;
      const before = String([...ours.getClientRects()].map(({ width, height }) => [width, height]));
      const { right, top } = ours.getBoundingClientRect();
      for (const type of [
        'pointermove',
        'pointerover',
        'pointerdown',
        'pointerup',
        'mousedown',
        'mouseup',
        'click',
        'dblclick',
      ]) {
        ours.dispatchEvent(
          new PointerEvent(type, { bubbles: true, composed: true, clientX: right - 40, clientY: top + 60 }),
        );
      }
      for (const key of ['Enter', ' ', 'Tab', 'ArrowDown']) {
        ours.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
      ours.click();
      ours.focus();
      await new Promise((resolve) => setTimeout(resolve, 300));
      ours.blur();
      return before === String([...ours.getClientRects()].map(({ width, height }) => [width, height]));
    },
  });
}
