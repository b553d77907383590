// Finds a measure at the door as one types: what does not match is hidden, and
// a status says how many are left. Nothing leaves the page; without script the
// same box sends a form.
export function searchDoor(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>('input[name="zoek"]')
  const count = document.querySelector<HTMLElement>('[data-door-count]')
  const entries = [...document.querySelectorAll<HTMLElement>('[data-door-entry]')]
  if (!box || !count) return
  const all = count.textContent ?? ''
  const words = entries.map((entry) => (entry.textContent ?? '').toLowerCase().split(/\s+/))
  box.autocomplete = 'off'
  box.addEventListener('input', () => {
    const typed = box.value.toLowerCase().split(/\s+/).filter(Boolean)
    let shown = 0
    entries.forEach((entry, i) => {
      const found = typed.every((word) => (words[i] ?? []).some((other) => other.startsWith(word)))
      entry.hidden = !found
      if (found) shown++
    })
    count.textContent = shown === 0 ? (count.dataset.none ?? '') : all.replace(/^\d+/, String(shown))
  })
  box.focus()
}
