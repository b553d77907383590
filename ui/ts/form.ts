// What makes a form pleasant: text boxes that grow, finer choices that wait,
// and the focus where the eye must go. Every form works without this.

/** Lets text boxes with data-grow be as tall as their text. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  const fit = (): void => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  }
  box.addEventListener('input', fit)
  fit()
}

/** Shows the finer choices of a tile only once the tile is chosen. */
function tile(item: HTMLElement): void {
  const finer = item.querySelector<HTMLDetailsElement>('[data-finer]')
  const choice = item.querySelector<HTMLInputElement>('input[type=checkbox]')
  if (!finer || !choice) return
  finer.hidden = !choice.checked
  finer.open = finer.querySelector('input:checked') !== null
  choice.addEventListener('change', () => {
    finer.hidden = !choice.checked
    finer.open = choice.checked
    if (choice.checked) return
    for (const box of finer.querySelectorAll<HTMLInputElement>('input:checked')) box.checked = false
  })
}

/** Adds all of this to what stands inside root. */
export function enhanceForms(root: ParentNode): void {
  root.querySelectorAll<HTMLTextAreaElement>('textarea[data-grow]').forEach(grow)
  root.querySelectorAll<HTMLElement>('[data-tile]').forEach(tile)
  root.querySelector<HTMLElement>('[data-focus]')?.focus()
}

/** Closes an open menu by Escape or by a click beside it. */
export function enhanceMenus(): void {
  const close = (menu: HTMLDetailsElement, refocus: boolean): void => {
    if (!menu.open) return
    menu.open = false
    if (refocus) menu.querySelector('summary')?.focus()
  }
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')) {
    document.addEventListener('click', (event) => {
      if (!menu.contains(event.target as Node)) close(menu, false)
    })
    menu.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close(menu, true)
    })
  }
}
