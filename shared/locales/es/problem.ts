import type { problem as english } from '../en/problem.ts';
import type { SameShape } from '../same-shape.ts';

export const problem: SameShape<typeof english> = {
  no_connection: 'Ahora no se puede llegar a Porchlight. Revise la conexión e intente de nuevo.',
  bad_request: 'Algo del formulario necesita otra mirada. Revíselo e intente de nuevo.',
  not_signed_in: 'Su sesión terminó. Entre de nuevo para seguir.',
  not_allowed: 'Su cuenta no puede hacer esto. Si cree que debería, pregunte a su coordinación.',
  not_found: 'Esto no está aquí, o no le corresponde verlo.',
  link_ended: 'Este enlace ya no se usa. Pida uno nuevo.',
  changed_meanwhile:
    'Otra persona cambió esto hace un momento. Véalo como está ahora y repita su cambio si todavía hace falta.',
  repeated_with_other_content:
    'Puede que un intento anterior ya haya llegado. Vuelva a cargar la página y revise antes de enviarlo otra vez.',
  too_large: 'Esto es demasiado grande para enviarlo.',
  too_many_requests: 'Fue mucho a la vez. Espere un momento e intente de nuevo.',
  internal: 'Algo salió mal de nuestro lado. Intente de nuevo en un momento.',
  busy: 'Porchlight no respondió. Intente de nuevo en un momento.',
  year: {
    none: 'Ningún año escolar incluye ese día. Pida al distrito que prepare el año escolar.',
  },
  policy: {
    none: 'Ninguna norma del distrito rige ese día. Pida al distrito que fije una que empiece ese día o antes.',
    reaches_back: 'Una norma no puede empezar en el pasado. Elija hoy o un día posterior.',
    fund_missing: 'El distrito no tiene un fondo para las visitas. Pida a la oficina nacional que lo añada.',
  },
  family: {
    do_not_contact:
      'Esta familia pidió que no se le contacte. Si cambió de opinión, lo dice en su página o lo anota su coordinación.',
    no_email:
      'Ningún adulto de esta familia tiene un correo electrónico que se pueda usar. Invite por teléfono o con una carta.',
    not_invited: 'Anote primero que se invitó a la familia y después lo que respondió.',
    already_accepted: 'Esta familia ya aceptó. Ahora puede programar una visita.',
    already_declined: 'Esta familia ya dijo que no. No hace falta anotar nada más.',
    declined: 'Esta familia dijo que no para este año escolar. Si cambia de opinión, anote que aceptó.',
    visit_scheduled: 'Hay una visita programada con esta familia. Cancele primero esa visita.',
    protected: 'Alguien pidió que no se le contacte. Solo su coordinación puede cambiarlo.',
    too_many_guardians: 'En una familia caben veinte personas. Quite primero a alguien.',
  },
  visit: {
    family_not_accepted: 'Anote que la familia aceptó antes de programar una visita.',
    student_not_in_family: 'Uno de los estudiantes no es de esta familia. Elija de nuevo.',
    student_repeated: 'Un estudiante aparece dos veces. Elija a cada estudiante una sola vez.',
    already_scheduled: 'Ya hay una visita programada con este estudiante. Regístrela o cancélela primero.',
    not_after_last: 'Una visita debe ser posterior a la anterior. Elija un día más tarde.',
    too_many: 'Este estudiante ya tiene doce visitas este año. No se pueden programar más.',
    before_second_season:
      'Las segundas visitas tienen su propia temporada. Elija un día en que ya haya empezado.',
    first_is_hopes:
      'Una primera visita trata de esperanzas y sueños. De qué quiere hablar la familia se pregunta para una visita posterior.',
    still_proposed:
      'No todas las personas habían dicho que sí cuando empezó esta visita. Si aun así se realizó, anótela con retraso y explique el motivo.',
    in_the_past: 'Una visita se acuerda con antelación. Elija una hora que aún no haya pasado.',
    time_skipped: 'Esa hora no existe por el cambio al horario de verano. Elija otra hora.',
    type_not_allowed: 'Su distrito no ofrece este tipo de visita. Elija otro.',
    place_missing: 'Escriba el lugar que prefiere la familia, por ejemplo una biblioteca.',
    school_grounds:
      'El terreno de la escuela no es un lugar neutral. Elija una biblioteca, un parque o la casa de la familia.',
    place_is_address:
      'Escriba el nombre del lugar, por ejemplo Biblioteca del Este. Una dirección sola puede ser una casa, y este texto aparece en correos y calendarios.',
    place_not_kept: 'Deje el lugar vacío: aquí nunca se escribe la dirección de una casa.',
    past_midnight:
      'Una visita termina el mismo día en que empieza. Elija una hora más temprana o menos minutos.',
    person_busy: 'A esa hora ya hay otra visita para {{names}}. Elija otra hora u otra persona.',
    you_busy: 'Usted tiene otra visita a esa hora. Elija otra hora o deje esta visita a otra persona.',
    family_busy: 'Esta familia tiene otra visita a esa hora. Elija otra hora.',
    other_year: 'Ese día es de otro año escolar. Cancele esta visita y acuerde una nueva.',
    member_not_taking_part:
      'Alguien de este equipo no participa en las visitas, o todavía no. Elija a un colega que sí participe.',
    take_part_first: 'Diga primero que participa en las visitas y después conteste esta petición.',
    said_no: 'Usted dijo que no a esta visita. Diga primero que sí, o déjela a los demás.',
    not_asked: 'No le han pedido que vaya a esta visita.',
    lead_stays: 'Quien acordó una visita se queda en el equipo. Cambie la visita o cancélela.',
    answer_too_late: 'Esta visita ya ha empezado. Pregunte al colega que la acordó.',
    too_long_ago:
      'Una visita se puede anotar hasta 60 días después. Pregunte a la coordinación del distrito.',
    not_waiting: 'Alguien ya decidió sobre este registro tardío.',
    late_own: 'Un registro tardío lo aprueba alguien que no estuvo en la visita. Pida ayuda a un colega.',
    team_repeats: 'La misma persona está dos veces en el equipo. Elija a cada colega una sola vez.',
    team_too_small: 'El equipo es demasiado pequeño según las normas de su distrito. Añada a un colega.',
    team_too_large: 'El equipo es demasiado grande según las normas de su distrito. Quite a un colega.',
    team_not_certified:
      'Muy pocas personas de este equipo tienen un certificado vigente el día de la visita. Elija a un colega certificado u otro día.',
    partner_elsewhere: 'Un colega que eligió no trabaja en su escuela. Elija a alguien que sí.',
    present_not_in_team: 'Solo se puede anotar como presentes a personas del equipo. Revise quién estuvo.',
    too_few_present: 'Estuvieron muy pocas personas del equipo. Anote que la visita no se realizó.',
    not_started: 'Esta visita aún no ha empezado. Regístrela cuando se haya realizado.',
    not_scheduled: 'Esta visita ya se registró o se canceló. No hace falta hacer nada más.',
  },
  reflection: {
    already_written: 'Ya escribió esta reflexión. Todavía puede cambiarla.',
    not_offered: 'Su colega no ofreció estas palabras, o las retiró. Escriba las suyas.',
    not_written: 'Escriba primero la reflexión. La mirada atrás viene unas semanas después.',
  },
  contact: {
    day_to_come: 'Anote lo que ya pasó. Elija hoy o un día anterior.',
    not_own: 'Solo el colega que escribió esto puede cambiarlo.',
  },
  hopes: {
    before_first: 'Las esperanzas se anotan después de la primera visita. Registre primero esa visita.',
    family_wrote: 'La familia escribió sus esperanzas con sus propias palabras. Por favor, déjelas así.',
    withdrawn: 'La familia retiró sus esperanzas. Por favor, no las anote de nuevo.',
  },
  claim: {
    unpaid: 'Su distrito no paga las visitas, así que no hay nada que enviar.',
    not_open: 'Este pago ya se envió. No hace falta hacer nada más.',
    not_submitted: 'Este pago no espera aprobación. Vuelva a cargar la lista.',
    not_approved: 'Solo se puede pagar lo que está aprobado.',
    own: 'No puede decidir sobre su propio pago. Pida a otra persona que la revise.',
    visit_not_completed:
      'La visita no está registrada como realizada, así que no se puede pagar. Regístrela primero.',
    not_certified: 'No había un certificado vigente el día de la visita, así que no se puede pagar.',
    reflection_missing: 'Escriba primero su reflexión y después envíe el pago.',
    late: 'Ya pasó el día límite de este pago, así que no se puede pagar.',
    fund_closed: 'El fondo para las visitas no está abierto. Pregunte a la coordinación de su distrito.',
  },
  pay: {
    nothing_approved: 'No hay pagos aprobados hasta ese día. Elija un día posterior o apruebe pagos.',
    day_to_come: 'Elija hoy o un día anterior.',
  },
  person: {
    email_taken: 'Otra persona de este distrito tiene esa dirección de correo. Use otra.',
    email_missing: 'Añada primero una dirección de correo y después envíe la invitación.',
    role_missing: 'Dé primero una función a esta persona y después envíe la invitación.',
    own_roles:
      'No puede dejar la coordinación del distrito por su cuenta. Pídalo a otra persona que lo coordine.',
    school_unknown: 'Una de las escuelas no es de este distrito. Elija de nuevo.',
  },
  announcement: {
    nobody:
      'Aquí no hay familias a quienes escribir: falta la lista escolar, o todas pidieron no recibir correo.',
  },
  words: {
    duty: 'Las visitas son voluntarias para todos (práctica esencial 1), y algunas de estas palabras dicen otra cosa. Cámbielas e inténtelo otra vez.',
  },
  class_list: {
    year_over: 'Una lista de clase es para este año escolar o uno próximo. Elija de nuevo.',
    name_taken:
      'Esta escuela ya tiene una lista de clase con ese nombre. Añada ahí a los estudiantes o elija otro nombre.',
    educator_elsewhere: 'Una de las personas educadoras no trabaja en esta escuela. Elija de nuevo.',
    student_elsewhere: 'Uno de los estudiantes está en otra escuela. Anótelo como estudiante nuevo.',
    school_name_taken: 'El distrito ya tiene una escuela con ese nombre.',
  },
  merge: {
    same_student: 'Ya es el mismo estudiante.',
    same_household: 'Ya están en un mismo hogar.',
    in_roster:
      'La lista escolar nombra a los dos, así que son dos estudiantes. Si no es correcto, corrija la lista escolar.',
    both_visited:
      'Los dos recibieron una visita a la misma hora, así que quizá no son uno solo. Compare las visitas antes de seguir.',
    visit_open: 'Uno de los dos tiene una visita sin registrar. Regístrela o cancélela primero.',
    declined:
      'Una de las familias dijo que no, y con la otra hay una visita acordada. Cancele primero esa visita.',
    too_large:
      'Estos hogares son demasiado grandes para unirse mientras tengan tanto por delante. Cancele o registre visitas acordadas, o quite a los adultos anotados dos veces, e inténtelo de nuevo.',
    hopes_too_long:
      'Hay esperanzas anotadas para los dos, demasiado largas para quedar juntas. Acorte primero unas de ellas.',
  },
  training: {
    to_come: 'Una formación se puede registrar cuando ha empezado.',
    over: 'Esta formación ya empezó o ya terminó. Elija una que todavía no haya empezado.',
    not_planned: 'Esta formación se registró después de realizarse, así que no hay inscripción.',
    cancelled: 'Esta formación se canceló. Elija otra.',
    full: 'Esta formación y su lista de espera están llenas. Elija otra o pida que se organice una más.',
    seats_taken: 'Ya hay más personas inscritas. Elija al menos tantos lugares.',
    time_skipped: 'Los relojes se saltan esa hora al comenzar el horario de verano. Elija otra hora.',
    own_school:
      'Como formadora o formador, usted imparte formaciones para su propia escuela. Elija esa escuela.',
    trainers_by_office:
      'El distrito forma a quienes forman a otros. Pida a una coordinadora o un coordinador que organice esta formación.',
    no_certificate:
      'Esta formación es para quienes tienen un certificado. Inscríbase en una formación inicial.',
    lapsed: 'Para entonces su certificado habrá vencido. Inscríbase en una formación inicial.',
    too_early:
      'Ese día su certificado todavía no se puede renovar. Elija una renovación más cercana a su último día.',
    still_certified:
      'Ese día su certificado sigue vigente. Basta con una renovación, más cerca de su último día.',
  },
};
