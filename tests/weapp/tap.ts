import type { ExparserNode, MountedComponent, startFramework } from './framework'

/** Every node of a page, in drawing order, those inside components too. */
const nodesOf = (node: ExparserNode, seen = new Set<ExparserNode>()): ExparserNode[] => {
  if (seen.has(node)) return []
  seen.add(node)
  return [node, ...(node.shadowRoot ? nodesOf(node.shadowRoot, seen) : []), ...(node.childNodes ?? []).flatMap((child) => nodesOf(child, seen))]
}

const disabled = (node: ExparserNode): boolean => node._vt?.attrs?.some(({ name, value }) => name === 'disabled' && value === true) ?? false

/** What a finger can tap: nodes that listen to `tap` themselves. */
export const tappableIn = (page: MountedComponent): ExparserNode[] => nodesOf(page._exparserNode).filter((node) => node._vt?.event?.tap && !disabled(node))

/** Taps as WeChat reports it: on the node, bubbling to those around it. */
export const tap = ({ exparser }: ReturnType<typeof startFramework>, node: ExparserNode): void => {
  const event = exparser.Event.create('tap', { x: 10, y: 10 }, { bubbles: true, capturePhase: true, composed: true, extraFields: { touches: [], changedTouches: [] } })
  exparser.Event.dispatchEvent(node, event)
}
