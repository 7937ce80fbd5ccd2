interface Props {
  label: string;
  name: string;
  placeholder: string;
  isWrong: boolean;
  /** Where what is wrong is said, by the id of that element. */
  saidBy: string;
}

/** A field for a web address, typed or pasted; what is wrong with it is said elsewhere. */
export function AddressField({ label, name, placeholder, isWrong, saidBy }: Props) {
  return (
    <label>
      {label}
      <input
        className="field"
        name={name}
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? saidBy : undefined}
      />
    </label>
  );
}
