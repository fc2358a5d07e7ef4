import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { SideActions } from '../../components/ui/side-actions.tsx';
import { TextAreaField } from '../../components/ui/text-area-field.tsx';
import type { useReflectionForm } from './use-reflection-form.ts';

export const longestAnswer = 2_000;

interface PromptsProps {
  name: string;
  form: ReturnType<typeof useReflectionForm>;
}

/** Two prompts to begin with; each of the others is one tap away, and none has to be answered. */
export function Prompts({ name, form }: PromptsProps) {
  const { t } = useTranslation('reflection');
  const newest = useRef<HTMLTextAreaElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added !== null) newest.current?.focus();
  }, [added]);
  return (
    <>
      {form.shown.map((shift) => (
        <TextAreaField
          key={shift}
          {...(shift === added ? { ref: newest } : {})}
          label={t(`prompt.${shift}`, { name })}
          optional
          rows={3}
          maxLength={longestAnswer}
          value={form.answers.get(shift) ?? ''}
          onChange={(text) => form.answer(shift, text)}
        />
      ))}
      {form.hidden.length > 0 && (
        <div>
          <p className="pl-hint">{t('more')}</p>
          <SideActions>
            {form.hidden.map((shift) => (
              <Button
                key={shift}
                icon={<IconPlus size={18} aria-hidden />}
                onClick={() => {
                  form.show(shift);
                  setAdded(shift);
                }}
              >
                {t(`shift.${shift}`)}
              </Button>
            ))}
          </SideActions>
        </div>
      )}
    </>
  );
}
