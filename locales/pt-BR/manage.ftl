## The user's own page

manage-title = Suas contas conectadas
manage-to = O que { $app } pode usar como { $person }.
manage-to-unnamed = O que { $app } pode usar.
manage-empty = Nada está conectado a { $app } ainda.
manage-attention-count = { $count ->
    [one] { $count } conta precisa da sua atenção.
   *[other] { $count } contas precisam da sua atenção.
}
manage-works = Funciona
manage-unchecked = Ainda não verificada
manage-awaited = Aguardando { $service }
manage-attention = Precisa da sua atenção
manage-since = Conectada desde { $since }. Ainda não usada.
manage-since-used = Conectada desde { $since }. Último uso em { $used }.
manage-granted = Que acesso foi concedido
manage-reconnect = Reconectar
manage-reconnect-name = Reconectar { $name }
manage-rename = Renomear
manage-rename-name = Renomear { $name }
manage-disconnect = Desconectar
manage-disconnect-name = Desconectar { $name }
manage-connect-first = Conectar uma conta
manage-back = Voltar para suas contas

manage-rename-title = Dê um nome à sua conta { $service }
manage-name = Nome
manage-name-hint = Um nome que você vai reconhecer, por exemplo “Equipe de suporte”. Deixe vazio para usar o nome do serviço.
manage-name-long = Um nome pode ter no máximo { $max } caracteres. Encurte-o.
manage-save = Salvar
manage-saving = Salvando…

manage-disconnect-title = Desconectar sua conta { $service }?
manage-disconnect-text = { $app } não poderá mais usar esta conta, e os dados de acesso guardados serão excluídos.
manage-disconnect-service = Também pedimos a { $service } que encerre o acesso, se o serviço permitir. Sua conta { $service } em si continua como está.
manage-disconnecting = Consultando { $service }…
manage-keep = Manter conectada
manage-receipt-title = Sua conta { $service } está desconectada
manage-receipt-here = { $app } não pode mais usar esta conta. Os dados de acesso guardados foram excluídos.
manage-receipt-revoked = { $service } confirmou que o acesso também foi encerrado lá.
manage-receipt-partly = { $service } encerrou uma parte do acesso. O resto termina sozinho quando expirar. Para ter certeza, você pode encerrá-lo diretamente no serviço.
manage-receipt-not-offered = { $service } não oferece uma forma de encerrarmos o acesso lá. Se você informou uma chave ou uma senha, exclua ou altere esse dado no serviço.
manage-receipt-failed = Pedimos a { $service } que também encerrasse o acesso, mas não recebemos confirmação. Você pode encerrá-lo diretamente no serviço.
manage-receipt-link = Ir para { $service }
