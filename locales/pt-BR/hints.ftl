## What a pasted value is instead

hint-if-meant = Se mesmo assim o valor estiver certo, digite-o mais uma vez e envie novamente.
hint-whole-header = Você colou um cabeçalho inteiro. Digite somente a chave, sem “Bearer” nem nada antes dela.
hint-assignment = Você colou uma linha inteira de um arquivo de configuração. Digite somente o que vem depois do sinal de igual.
hint-other-service = Isto parece uma chave de { $name }, não de { $service }. Copie a chave de { $service }.
hint-wrong-kind = Este é outro tipo de chave. { $service } precisa da chave que começa com { $name }.
hint-publishable-key = Esta é a chave pública, que qualquer pessoa pode ver e que não serve aqui. Copie a chave secreta, que começa com { $name }.
hint-test-key = Esta é uma chave de teste. Com ela, só é possível acessar dados de teste.
hint-key-name = Este é o nome da chave, não a própria chave. Copie o valor dela.
hint-webhook-secret = Este segredo serve para verificar webhooks. Copie a chave de API em vez dele.
hint-password-not-token = Isto parece uma senha. { $service } precisa de um token, que você cria na sua conta.

## What a service's refusal means

hint-token-unknown = { $service } respondeu, mas não reconhece este dado: { $label }. Confira se você copiou tudo e se ele não foi excluído no serviço.
hint-pair-unknown = { $service } respondeu, mas estes dados não combinam entre si. Confira se a chave é da mesma conta e se você copiou tudo.
hint-address-unknown = { $service } não tem nenhuma conta neste endereço. Confira esta parte do endereço.
hint-token-expired = Este dado expirou: { $label }. Crie um novo em { $service }.
hint-token-revoked = Este dado foi revogado ou desativado em { $service }: { $label }. Crie um novo no serviço.
hint-scope-missing = { $service } reconhece este dado ({ $label }), mas as permissões dele não são suficientes. Dê a ele as permissões indicadas no guia ou crie um que as tenha.
hint-wrong-region = { $service } não reconhece este dado ({ $label }) na região que você escolheu. Escolha a região da sua conta.
hint-token-access-off = Esta forma de login está desativada na sua conta { $service }. Quem administra a conta pode ativá-la.
hint-account-inactive = { $service } informa que esta conta não está ativa ou que o plano dela não inclui acesso à API. Faça login no serviço para ver o motivo.
hint-address-not-listed = { $service } só aceita chamadas de endereços que constam na conta. Quem administra a conta pode ampliar a lista.
hint-single-sign-on = Sua organização exige login único (SSO). Abra este dado ({ $label }) em { $service } e autorize-o para a organização.
hint-locked-out = { $service } recusa este login depois de muitas tentativas. Faça login uma vez nas páginas do próprio serviço e depois tente novamente aqui.
