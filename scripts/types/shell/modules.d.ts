/** Modules that the shell and the local org's own platform modules import, beyond what a package may. */

declare module 'lightning/toastContainer' {
  const ToastContainer: { instance(): unknown };
  export default ToastContainer;
}

declare module 'lightning/iconUtils' {
  export function getIconPath(iconName: string): string;
  export function getName(iconName: string): string;
}

declare module 'host/pageComponents' {
  /** The components that a page may hold, by the name a FlexiPage has for them: `c:referenceFinder`. */
  const components: Readonly<Record<string, typeof import('lwc').LightningElement>>;
  export default components;
}
