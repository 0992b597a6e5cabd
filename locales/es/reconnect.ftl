reconnect-who = Vas a volver a conectar { $service } con { $app } como { $person }.
reconnect-who-unnamed = Vas a volver a conectar { $service } con { $app } sin indicar un usuario.
reconnect-trouble = Por qué te lo pedimos
reconnect-refused-since = Desde el { $date }, { $app } no puede renovar su acceso a tu cuenta de { $service }. Esto ocurre cuando se cambia una contraseña o se retira el acceso allí.
reconnect-refused = { $app } no puede renovar su acceso a tu cuenta de { $service }. Esto ocurre cuando se cambia una contraseña o se retira el acceso allí.
reconnect-interrupted-since = El { $date } se interrumpió una renovación del acceso a tu cuenta de { $service }, y puede que el acceso se haya perdido.
reconnect-interrupted = Se interrumpió una renovación del acceso a tu cuenta de { $service }, y puede que el acceso se haya perdido.
reconnect-look-up = { $app } no puede leer todo lo que necesita de tu cuenta de { $service }.
reconnect-remedy = Al volver a conectar tu cuenta, esto se soluciona. En { $app } no cambia nada más.
reconnect-button = Volver a conectar
reconnect-no-input = No hay nada que rellenar. Elige «Volver a conectar» y nosotros hacemos el resto.
reconnect-done-title = Tu cuenta de { $service } vuelve a estar conectada
reconnect-done-text = { $app } puede usarla de nuevo.
reconnect-gone-title = Esta conexión ya no existe
reconnect-gone-text = { $app } eliminó la conexión que se iba a renovar. Vuelve a { $app } y conecta allí tu cuenta. Si llegaste aquí por un enlace, pide uno nuevo a quien te lo envió.
reconnect-date = { $day } de { $month ->
    [m1] enero
    [m2] febrero
    [m3] marzo
    [m4] abril
    [m5] mayo
    [m6] junio
    [m7] julio
    [m8] agosto
    [m9] septiembre
    [m10] octubre
    [m11] noviembre
   *[m12] diciembre
} de { $year }
