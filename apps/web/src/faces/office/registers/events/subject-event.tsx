import type { EventProps } from './event-props.ts';
import type { EventName } from './events-of.ts';
import { JoinEvent, SplitEvent } from './household-events.tsx';
import { MoveHomeEvent, MoveInEvent, MoveOutEvent } from './move-events.tsx';
import { DeathEvent, EndEvent, LinkEvent, NumberEvent, ReviveEvent } from './plain-events.tsx';

/** The dialog of one event. */
export function SubjectEvent({ event, ...props }: EventProps & { readonly event: EventName }) {
  switch (event) {
    case 'move-in':
      return <MoveInEvent {...props} />;
    case 'move-out':
      return <MoveOutEvent {...props} />;
    case 'move-home':
      return <MoveHomeEvent {...props} />;
    case 'split':
      return <SplitEvent {...props} />;
    case 'join':
      return <JoinEvent {...props} />;
    case 'die':
      return <DeathEvent {...props} />;
    case 'end':
      return <EndEvent {...props} />;
    case 'revive':
      return <ReviveEvent {...props} />;
    case 'number':
      return <NumberEvent {...props} />;
    case 'link':
      return <LinkEvent {...props} />;
  }
}
