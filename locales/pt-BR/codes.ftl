# What went wrong in an attempt, by its stable code; who can fix it, and how.

## Who can do something

code-by-end-user = A pessoa que conecta a conta
code-by-owner = Você, no seu backend ou na integração
code-by-service = O serviço
code-by-operator = Quem administra este servidor

## The codes

code-fields-refused = O que foi digitado não atende ao formulário
code-fields-refused-remedy = A pessoa vê em cada campo o que é esperado. Se muitas pessoas param aqui, talvez as dicas do formulário precisem de ajustes.
code-credentials-refused = O serviço não aceitou as credenciais digitadas
code-credentials-refused-remedy = A pessoa precisa de outras credenciais ou de mais permissões no serviço. A etapa mostra o status que o serviço respondeu.
code-check-unclear = A resposta do serviço não diz nada sobre as credenciais
code-check-unclear-remedy = O serviço pode estar fora do ar, ou o endereço digitado pode não ser o dele. Tente mais tarde; se continuar assim, talvez a verificação da definição esteja desatualizada.
code-check-impossible = A definição e os valores não permitem nenhuma chamada de verificação
code-check-impossible-remedy = Consulte a definição do provedor: connect-ui providers check mostra o que falta.
code-access-denied = A pessoa não permitiu o acesso no serviço
code-access-denied-remedy = Não há nenhum erro. Se muitas pessoas recusam, peça menos escopos.
code-no-code = O serviço devolveu a pessoa sem um código
code-no-code-remedy = Compare a URL de retorno e os escopos com o que está cadastrado no serviço.
code-approval-requested = A instalação ainda precisa ser aprovada no serviço
code-approval-requested-remedy = Alguém com permissão para isso aprova a instalação no serviço; a conexão é concluída automaticamente.
code-issuer-mismatch = A resposta não veio do servidor consultado
code-issuer-mismatch-remedy = Nada foi trocado. Se isso se repetir, verifique o emissor na definição.
code-token-refused = O serviço recusou a solicitação do token
code-token-refused-remedy = A etapa contém o erro do próprio serviço. Muitas vezes, o segredo do cliente, a URL de retorno ou o relógio está incorreto.
code-unable-to-parse-token-response = Não é possível ler a resposta do serviço
code-unable-to-parse-token-response-remedy = O serviço respondeu algo diferente do que diz a definição. Avise quem mantém a definição.
code-service-unreachable = O serviço não respondeu
code-service-unreachable-remedy = Tente mais tarde. Se ele nunca responder, verifique o endereço e se este servidor pode chamá-lo (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = O cliente ou o aplicativo da integração está ausente ou não foi aceito
code-provider-config-err-remedy = Abra a integração e digite o ID do cliente e o segredo que o serviço mostra.
code-unknown-config-key = A definição do provedor está ausente ou incompleta
code-unknown-config-key-remedy = Adicione a definição novamente (CONNECT_UI_PROVIDERS) ou exclua a integração.
code-auth-mode-err = Esta integração não pode ser conectada desta forma
code-auth-mode-err-remedy = Use a chamada ou a página que corresponde à forma de autenticação do provedor.
code-url-param-err = Um valor necessário para o endereço do serviço está ausente ou incorreto
code-url-param-err-remedy = A pessoa digita o valor no formulário, ou a sessão o define em integrations_config_defaults.
code-foreign-installation = A pessoa não tem permissão para ver a instalação retornada
code-foreign-installation-remedy = Ela faz login no serviço com a conta que fez a instalação.
code-connection-test-failed = O serviço não aceitou as credenciais da integração
code-connection-test-failed-remedy = Compare as configurações da integração com as do serviço.
code-unknown-connect-session-token = A sessão de conexão é desconhecida ou expirou
code-unknown-connect-session-token-remedy = Seu backend cria uma nova sessão pouco antes de usá-la.
code-integration-not-allowed = A sessão não permite esta integração
code-integration-not-allowed-remedy = Inclua a integração em allowed_integrations ou remova esse parâmetro.
code-exchange-needs-connect-ui = O código da sessão não pode passar por uma janela aberta pelo SDK
code-exchange-needs-connect-ui-remedy = Abra a Connect UI em vez de nango.auth() ou remova connect_ui.completion.
code-verification-required = A sessão pergunta quem está ali, e só o link hospedado dela pode fazer isso
code-verification-required-remedy = Envie à pessoa o connect_link da sessão.
code-flow-expired = A pessoa não voltou do serviço a tempo
code-flow-expired-remedy = Ela pode tentar novamente. Se muitas pessoas não voltam, veja o que o serviço mostra a elas.
code-cancelled = A pessoa cancelou
code-cancelled-remedy = Não há nada a fazer.
code-session-ended = Nesse meio-tempo, a sessão foi encerrada ou a integração foi excluída
code-session-ended-remedy = Seu backend cria uma nova sessão.
code-connection-deleted = A conexão que seria refeita foi excluída
code-connection-deleted-remedy = Seu backend cria uma sessão para uma nova conexão.
code-not-stored = O banco de dados não gravou a conexão
code-not-stored-remedy = Quem administra este servidor verifica o log e /ready.
code-unknown-err = Não foi possível fazer a conexão
code-unknown-err-remedy = Quem administra este servidor encontra o motivo no log.
code-not-verified = O código do e-mail estava incorreto
code-not-verified-remedy = A pessoa digita o código mais recente ou pede outro.
code-popup-blocked = O navegador bloqueou a janela do serviço
code-popup-blocked-remedy = A pessoa permite pop-ups na sua página. Abra a janela diretamente no clique, sem esperar por nada.
code-popup-closed = A janela do serviço foi fechada antes do fim
code-popup-closed-remedy = A pessoa pode tentar novamente.
code-lookup-failed = Não foi possível obter um valor necessário para as chamadas
code-lookup-failed-remedy = Uma nova tentativa é feita quando seu backend lê a conexão. Os erros da conexão mostram qual é o valor.
code-refresh-token-external-error = Não foi possível renovar as credenciais
code-refresh-token-external-error-remedy = Se isso continuar, a pessoa conecta a conta novamente: o serviço encerrou o acesso.
code-refresh-interrupted = O resultado de uma renovação é desconhecido
code-refresh-interrupted-remedy = Talvez o serviço tenha substituído o token. Se a próxima renovação também falhar, a pessoa conecta a conta novamente.
