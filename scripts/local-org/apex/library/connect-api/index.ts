import { raise } from '../../runtime/exception.ts';
import type { LibraryClass, Native, NativeProperty } from '../declaration.ts';

/** An input of `ConnectApi`: properties by name. */
class ConnectInput {
  readonly type: string;
  readonly values = new Map<string, unknown>();

  constructor(type: string) {
    this.type = type;
  }
}

/** A class that only carries properties. */
function inputClass(name: string, properties: Readonly<Record<string, string>>): LibraryClass {
  const members: Record<string, Native | NativeProperty> = { 'new()': () => new ConnectInput(name) };
  for (const [property, type] of Object.entries(properties)) {
    members[`${type} ${property}`] = {
      get: (self: ConnectInput) => self.values.get(property) ?? null,
      set: (self: ConnectInput, value: unknown): void => {
        self.values.set(property, value);
      },
    };
  }
  return { name, isInstance: (value) => value instanceof ConnectInput && value.type === name, members };
}

const WRAPPED_VALUES = 'Map<String, ConnectApi.WrappedValue>';

/** The namespace `ConnectApi`, as far as prompt templates go: inputs can be made; the local org has no model to answer them. */
export const classes: readonly LibraryClass[] = [
  inputClass('ConnectApi.WrappedValue', { value: 'Object' }),
  inputClass('ConnectApi.EinsteinLlmAdditionalConfigInput', {
    additionalParameters: WRAPPED_VALUES,
    applicationName: 'String',
    enablePiiMasking: 'Boolean',
    maxTokens: 'Integer',
    model: 'String',
    numGenerations: 'Integer',
    stopSequences: 'List<String>',
    temperature: 'Double',
  }),
  inputClass('ConnectApi.EinsteinPromptTemplateGenerationsInput', {
    additionalConfig: 'ConnectApi.EinsteinLlmAdditionalConfigInput',
    citationMode: 'String',
    inputParams: WRAPPED_VALUES,
    isPreview: 'Boolean',
    outputLanguage: 'String',
    tags: 'ConnectApi.WrappedValue',
  }),
  inputClass('ConnectApi.EinsteinLlmGenerationItemOutput', { text: 'String' }),
  inputClass('ConnectApi.EinsteinPromptTemplateGenerationsRepresentation', {
    generations: 'List<ConnectApi.EinsteinLlmGenerationItemOutput>',
    prompt: 'String',
    promptTemplateDevName: 'String',
    requestId: 'String',
  }),
  {
    name: 'ConnectApi.EinsteinLLM',
    members: {
      'static ConnectApi.EinsteinPromptTemplateGenerationsRepresentation generateMessagesForPromptTemplate(String template, ConnectApi.EinsteinPromptTemplateGenerationsInput input)':
        () => raise('System.UnsupportedOperationException', 'The local org has no language model to answer prompt templates'),
    },
  },
];
