import { LightningElement } from 'lwc';
import pageComponents from 'host/pageComponents';
export default class Application extends LightningElement {
  names = Object.keys(pageComponents).join();
}
