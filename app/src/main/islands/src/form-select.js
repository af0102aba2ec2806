import { Description, Errors, FormContext, Label, Select, useExpressionEvaluation } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useContext } from 'preact/hooks';

// The browser's own select instead of form-js's drawn one: it is announced as what it is, opens as a wheel on a phone,
// finds by typing and needs no words of its own.
function options(field, evaluated, initialData) {
  if (field.valuesExpression) return Array.isArray(evaluated) ? evaluated : [];
  if (field.valuesKey) return initialData?.[field.valuesKey] ?? [];
  return field.values ?? [];
}

const normal = (option) =>
  option !== null && typeof option === 'object' ? option : { value: option, label: String(option) };

export function NativeSelect({ field, value, errors = [], domId, disabled, readonly, onChange, onBlur, onFocus }) {
  const form = useContext(FormContext).getService('form');
  const evaluated = useExpressionEvaluation(field.valuesExpression);
  const choices = options(field, evaluated, form._getState().initialData).map(normal);
  const at = choices.findIndex((choice) => JSON.stringify(choice.value) === JSON.stringify(value));
  const required = field.validate?.required;
  const classes = ['fjs-form-field', 'fjs-form-field-select', 'native-select'];
  if (errors.length) classes.push('fjs-has-errors');
  return h('div', { class: classes.join(' ') }, [
    h(Label, { htmlFor: domId, label: field.label, required }),
    h(
      'select',
      {
        id: domId,
        class: 'form-select',
        disabled: disabled || readonly,
        value: String(at),
        onChange: (event) => onChange({ value: event.target.value === '-1' ? null : choices[Number(event.target.value)].value }),
        onBlur,
        onFocus,
        'aria-invalid': errors.length > 0,
        'aria-describedby': `${domId}-description ${domId}-error-message`,
      },
      [h('option', { value: '-1' }, ''), ...choices.map((choice, index) => h('option', { value: String(index), key: index }, choice.label))],
    ),
    h(Description, { id: `${domId}-description`, description: field.description }),
    h(Errors, { id: `${domId}-error-message`, errors }),
  ]);
}

NativeSelect.config = Select.config;

class Registration {
  static $inject = ['formFields'];
  constructor(formFields) {
    formFields.register('select', NativeSelect);
  }
}

export const NativeSelectModule = { __init__: ['nativeSelect'], nativeSelect: ['type', Registration] };
