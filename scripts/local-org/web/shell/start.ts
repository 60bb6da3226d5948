import { createElement } from 'lwc';
import ToastContainer from 'lightning/toastContainer';
import ShellApplication from 'shell/application';

ToastContainer.instance();
document.querySelector('#application')?.appendChild(createElement('shell-application', { is: ShellApplication }));
