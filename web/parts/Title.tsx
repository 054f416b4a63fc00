interface Props {
  readonly children: string;
  /** What the screen is for, for somebody who has never seen it. */
  readonly about: string;
}

export const Title = ({ children, about }: Props) => (
  <>
    <h1>{children}</h1>
    <p className="quiet">{about}</p>
  </>
);
