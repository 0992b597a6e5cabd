# ما الذي تعذّر في المحاولة، بحسب رمزه الثابت؛ ومن يمكنه إصلاحه، وكيف.

## من يمكنه فعل شيء

code-by-end-user = الشخص الذي يربط حسابه
code-by-owner = فريق التطبيق، في الخادم الخلفي أو في إعدادات التكامل
code-by-service = الخدمة
code-by-operator = الجهة المشغّلة لهذا الخادم

## الرموز

code-fields-refused = القيم المُدخلة لا تناسب النموذج
code-fields-refused-remedy = يرى الشخص عند كل حقل القيمة المتوقعة. إذا توقف كثيرون هنا، فقد تحتاج إرشادات النموذج إلى تحسين.
code-credentials-refused = لم تقبل الخدمة بيانات الاعتماد المُدخلة
code-credentials-refused-remedy = يحتاج الشخص إلى بيانات اعتماد أخرى أو إلى صلاحيات أوسع لدى الخدمة. رمز الحالة الذي ردّت به الخدمة مذكور في الخطوة.
code-check-unclear = لا يوضّح رد الخدمة شيئًا عن بيانات الاعتماد
code-check-unclear-remedy = قد تكون الخدمة متوقفة، أو قد لا يكون العنوان المُدخل عنوانها. تُعاد المحاولة لاحقًا؛ وإذا استمر ذلك، فقد يكون الفحص المحدد في التعريف قديمًا.
code-check-impossible = لا يكفي التعريف والقيم المُدخلة لتكوين طلب للتحقق
code-check-impossible-remedy = يُراجَع تعريف مزوّد الخدمة: يبيّن الأمر connect-ui providers check ما ينقصه.
code-access-denied = لم يسمح الشخص بالوصول لدى الخدمة
code-access-denied-remedy = لا يوجد عطل. إذا رفض كثيرون، فمن الأفضل طلب نطاقات وصول أقل.
code-no-code = أعادت الخدمة الشخص من دون رمز تفويض
code-no-code-remedy = يُقارَن عنوان إعادة التوجيه ونطاقات الوصول بما هو مسجّل لدى الخدمة.
code-approval-requested = لا يزال التثبيت بحاجة إلى موافقة لدى الخدمة
code-approval-requested-remedy = يوافق عليه هناك شخص لديه الصلاحية، ثم يكتمل الربط تلقائيًا.
code-issuer-mismatch = لم يأتِ الرد من الخادم الذي أُرسل إليه الطلب
code-issuer-mismatch-remedy = لم يجرِ أي تبادل. إذا تكرر ذلك، فيجب التحقق من جهة الإصدار في التعريف.
code-token-refused = رفضت الخدمة طلب الرمز المميّز
code-token-refused-remedy = تعرض الخطوة الخطأ الذي أوردته الخدمة نفسها. غالبًا ما يكون الخلل في سر العميل أو عنوان إعادة التوجيه أو ساعة الخادم.
code-unable-to-parse-token-response = تتعذّر قراءة رد الخدمة
code-unable-to-parse-token-response-remedy = ردّت الخدمة بغير ما يرد في تعريفها. يُرجى إبلاغ المسؤول عن التعريف.
code-service-unreachable = لم ترد الخدمة
code-service-unreachable-remedy = تُعاد المحاولة لاحقًا. إذا لم ترد الخدمة أبدًا، فيجب التحقق من العنوان ومن السماح لهذا الخادم بالاتصال به (CONNECT_UI_OUTBOUND_ALLOW).
code-provider-config-err = عميل التكامل أو تطبيقه غير موجود أو غير مقبول
code-provider-config-err-remedy = يُفتح التكامل ويُدخل فيه معرّف العميل وسر العميل كما تعرضهما الخدمة.
code-unknown-config-key = تعريف مزوّد الخدمة غير موجود أو غير مكتمل
code-unknown-config-key-remedy = يُضاف التعريف من جديد (CONNECT_UI_PROVIDERS) أو يُحذف التكامل.
code-auth-mode-err = لا يمكن ربط هذا التكامل بهذه الطريقة
code-auth-mode-err-remedy = يُستخدم الاستدعاء أو الصفحة المناسبان لطريقة تسجيل الدخول لدى مزوّد الخدمة.
code-url-param-err = قيمة يحتاج إليها عنوان الخدمة غير موجودة أو غير صحيحة
code-url-param-err-remedy = يُدخلها الشخص في النموذج، أو تحددها الجلسة مسبقًا في integrations_config_defaults.
code-foreign-installation = لا يحق للشخص الاطلاع على التثبيت الذي ورد في الرد
code-foreign-installation-remedy = يسجّل الشخص الدخول لدى الخدمة بالحساب الذي أجرى التثبيت.
code-connection-test-failed = لم تقبل الخدمة بيانات اعتماد التكامل
code-connection-test-failed-remedy = تُقارَن إعدادات التكامل بالإعدادات لدى الخدمة.
code-unknown-connect-session-token = جلسة الربط غير معروفة أو انتهى وقتها
code-unknown-connect-session-token-remedy = ينشئ الخادم الخلفي جلسة جديدة قبيل استخدامها.
code-integration-not-allowed = لا تسمح الجلسة بهذا التكامل
code-integration-not-allowed-remedy = يُضاف التكامل إلى allowed_integrations أو تُترك هذه القيمة.
code-exchange-needs-connect-ui = لا يمكن تمرير رمز الجلسة عبر نافذة منبثقة من حزمة SDK
code-exchange-needs-connect-ui-remedy = تُفتح واجهة Connect UI بدلًا من استدعاء الدالة nango.auth أو تُترك القيمة connect_ui.completion.
code-verification-required = تشترط الجلسة التحقق من الهوية، وهذا ممكن عبر رابطها المستضاف فقط
code-verification-required-remedy = يُرسَل إلى الشخص رابط الجلسة connect_link.
code-flow-expired = لم يعد الشخص من الخدمة في الوقت المحدد
code-flow-expired-remedy = يمكن للشخص إعادة المحاولة. إذا لم يعد كثيرون، فيجب التحقق مما تعرضه الخدمة لهم.
code-cancelled = ألغى الشخص العملية
code-cancelled-remedy = لا يلزم فعل شيء.
code-session-ended = أُنهيت الجلسة أو حُذف التكامل في أثناء ذلك
code-session-ended-remedy = ينشئ الخادم الخلفي جلسة جديدة.
code-connection-deleted = حُذف الاتصال الذي كان من المقرر إعادة ربطه
code-connection-deleted-remedy = ينشئ الخادم الخلفي جلسة لاتصال جديد.
code-not-stored = لم تحفظ قاعدة البيانات الاتصال
code-not-stored-remedy = تراجع الجهة المشغّلة لهذا الخادم سجلّه ونقطة الفحص ready فيه.
code-unknown-err = تعذّر الربط
code-unknown-err-remedy = تجد الجهة المشغّلة لهذا الخادم السبب في سجلّه.
code-not-verified = الرمز المُدخل من البريد الإلكتروني غير صحيح
code-not-verified-remedy = يُدخل الشخص أحدث رمز أو يطلب رمزًا آخر.
code-popup-blocked = حظر المتصفح نافذة الخدمة
code-popup-blocked-remedy = يسمح الشخص بالنوافذ المنبثقة لصفحة التطبيق. ويجب أن يفتح التطبيق النافذة عند النقر مباشرة دون انتظار أي شيء.
code-popup-closed = أُغلقت نافذة الخدمة قبل اكتمال العملية
code-popup-closed-remedy = يمكن للشخص إعادة المحاولة.
code-lookup-failed = تعذّر الحصول على قيمة تحتاج إليها الاستدعاءات
code-lookup-failed-remedy = تُعاد المحاولة عندما يقرأ الخادم الخلفي الاتصال. وتبيّن أخطاء الاتصال القيمة المقصودة.
code-refresh-token-external-error = تعذّر تجديد بيانات الاعتماد
code-refresh-token-external-error-remedy = إذا استمر ذلك، فقد أنهت الخدمة الوصول، وعلى الشخص إعادة الربط.
code-refresh-interrupted = نتيجة التجديد غير معروفة
code-refresh-interrupted-remedy = قد تكون الخدمة استبدلت الرمز المميّز. إذا فشل التجديد التالي أيضًا، فعلى الشخص إعادة الربط.
