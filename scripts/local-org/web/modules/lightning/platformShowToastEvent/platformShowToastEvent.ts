import LightningToast from 'lightning/toast';

interface ToastOptions {
  title?: string;
  message?: string;
  messageData?: readonly (string | { url: string; label: string })[];
  variant?: string;
  mode?: string;
}

/** Asks the page for a toast. `lightning/toastContainer` listens for it on the body and reads `toastAttributes`. */
export class ShowToastEvent extends CustomEvent<ToastOptions & { toast: unknown }> {
  readonly toastAttributes: Readonly<Record<string, unknown>>;

  constructor(options: ToastOptions = {}) {
    super('lightning__showtoast', { bubbles: true, cancelable: true, composed: true, detail: { ...options, toast: LightningToast } });
    const { title, message, messageData, variant, mode } = options;
    this.toastAttributes = { title, message, messageData, type: variant ?? 'info', mode: mode === 'sticky' ? 'sticky' : 'dismissible' };
  }
}
