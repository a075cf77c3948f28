import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CalibratedLevel } from './CalibratedLevel.tsx';

const textOf = (calibration: Parameters<typeof CalibratedLevel>[0]['calibration']) =>
  renderToStaticMarkup(<CalibratedLevel calibration={calibration} />).replace(/<[^>]+>/g, '|');

it('shows the level a calibration came to, why and who authorised it', () => {
  const shown = textOf({ after: 'GOOD', reason: 'Cùng mặt bằng với phòng bên', authorisedBy: 'Lê Thị Thu Uyên' });
  expect(shown).toContain('Sau hiệu chỉnh:');
  expect(shown).toContain('HTT');
  expect(shown).toContain('Cùng mặt bằng với phòng bên');
  expect(shown).toContain('cho phép: Lê Thị Thu Uyên');
});

it('says nothing where nothing was calibrated or changed', () => {
  expect(textOf(null)).toBe('');
  expect(textOf({ after: 'GOOD', reason: null, authorisedBy: null })).not.toContain('cho phép');
});
