import { addPerson } from '#functions/app/people/add-person.ts';
import { changePerson } from '#functions/app/people/change-person.ts';
import { invitePerson } from '#functions/app/people/invite-person.ts';
import { listColleagues } from '#functions/app/people/list-colleagues.ts';
import { listPeople } from '#functions/app/people/list-people.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { peopleRoutes } from '#shared/contract/routes/people.ts';

export const handler = httpHandler(
  peopleRoutes,
  { listPeople, listColleagues, addPerson, changePerson, invitePerson },
  {},
);
