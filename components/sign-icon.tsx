import { SIGN_SHAPES } from '@/utils/ui/sign-shapes';

/** A sign in the colour of its level. The words beside it say the same, so it is hidden from screen readers. */
export function SignIcon({ sign, size = 16 }: { sign: keyof typeof SIGN_SHAPES; size?: number }) {
  return (
    <svg className="sign" data-sign={sign} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {SIGN_SHAPES[sign].map((part) =>
        part.paint === 'fill' ? (
          <path key={`fill ${part.d}`} d={part.d} fill="currentColor" />
        ) : (
          <path
            key={part.d}
            d={part.d}
            fill="none"
            stroke="currentColor"
            strokeWidth={part.width}
            strokeLinejoin="round"
          />
        ),
      )}
    </svg>
  );
}
