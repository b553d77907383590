// The script of the reporting form. It holds no htmx and stays under 4 kB.
import { saveDraft } from './draft'
import { enhanceForms, enhanceMenus } from './form'

enhanceMenus()
enhanceForms(document)
document.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach(saveDraft)
