# Around the service's own pages: leaving, waiting, coming back.

leaving-title = Abriendo { $service }
leaving-text = Si no ocurre nada, usa el botón.
ready-title = Continúa en { $service }
ready-text = { $service } se abre en otra ventana. Esta página te espera.
away-title = Esperando a { $service }
away-text = Termina en la ventana que se abrió. Esta página se actualiza sola.
away-text-here = Saliste hacia { $service } y aún no has terminado allí.
away-again = Abrir { $service } de nuevo
away-cancel = Cancelar
exchange-title = Conectando con { $service }
exchange-text = Un momento: estamos obteniendo el último dato de { $service }.
result-close = Puedes cerrar esta ventana y volver a { $app }.
result-close-window = Cerrar esta ventana
interstitial-title = ¿Conectar { $service }?
interstitial-text = No podemos ver de dónde viene el enlace que te trajo aquí. Continúa solo si tú hiciste esta solicitud en { $app }.
resubmit-title = Terminando
resubmit-text = Un momento.
resubmit-continue = Continuar

flow-denied = No se permitió el acceso en { $service }. Si no era lo que querías, inténtalo de nuevo y permite el acceso allí.
flow-approval = Alguien que administra { $service } todavía tiene que aprobarlo. Pídeselo y vuelve a conectar la cuenta.
flow-no-answer = { $service } no respondió a tiempo. Inténtalo de nuevo dentro de unos minutos.
flow-refused = { $service } no aceptó el inicio de sesión. Inténtalo de nuevo; si vuelve a ocurrir, comunica la referencia al equipo de { $app }.
flow-owner = La conexión con { $service } no está bien configurada. Solo el equipo de { $app } puede corregirlo: comunícale la referencia.
flow-definition-changed = El acceso a { $service } se modificó mientras estabas allí. No se ha conectado nada. Inténtalo de nuevo.
flow-values = No se puede acceder a { $service } con estos valores. Revisa lo que escribiste e inténtalo de nuevo.
flow-foreign-installation = Esta instalación en { $service } pertenece a otra persona, así que no se conectó. Inicia sesión en { $service } con una cuenta que tenga permiso para verla e inténtalo de nuevo.
flow-other-server = La respuesta no vino del servidor al que te enviamos, así que no la usamos. Inténtalo de nuevo.
flow-too-late = El paso en { $service } tardó demasiado. Inténtalo de nuevo; tienes media hora.
flow-cancelled = Has cancelado. No se conectó nada.
flow-not-stored = { $service } dio su aprobación, pero no se pudo guardar la conexión. Inténtalo de nuevo en un minuto.
flow-unknown = No se pudo conectar con { $service }. Inténtalo de nuevo en un minuto.

flow-closed-browser-title = Termina donde empezaste
flow-closed-browser-text = Esta conexión se inició en otro navegador u otra ventana. Vuelve allí; por tu seguridad, aquí no se puede terminar.
flow-closed-used-title = Este paso ya se completó
flow-closed-used-text = La dirección de vuelta desde el servicio solo sirve una vez. Puedes cerrar esta ventana y volver a { $app }.
flow-closed-expired-title = Ha pasado demasiado tiempo
flow-closed-expired-text = El tiempo para esta conexión ha terminado. Cierra esta ventana, vuelve a { $app } y empieza de nuevo.
flow-closed-unknown-title = No conocemos esta conexión
flow-closed-unknown-text = La dirección que te trajo aquí está incompleta o no es nuestra. Vuelve a { $app } y empieza de nuevo.
flow-start-used-title = Este botón ya se usó
flow-start-used-text = Vuelve a { $app }: la página abierta allí muestra el estado.
