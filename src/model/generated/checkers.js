// Generated from schema/ by scripts/generate.mjs; do not edit.
var se=Object.defineProperty;var we=Object.getOwnPropertyDescriptor;var Ne=Object.getOwnPropertyNames;var Oe=Object.prototype.hasOwnProperty;var ce=(n,i,x)=>()=>{if(x)throw x[0];try{return n&&(i=n(n=0)),i}catch(A){throw x=[A],A}};var ne=(n,i)=>()=>{try{return i||n((i={exports:{}}).exports,i),i.exports}catch(x){throw i=0,x}},De=(n,i)=>{for(var x in i)se(n,x,{get:i[x],enumerable:!0})},
Ee=(n,i,x,A)=>{if(i&&typeof i=="object"||typeof i=="function")for(let $ of Ne(i))!Oe.call(n,$)&&$!==x&&se(n,$,{get:()=>i[$],enumerable:!(A=we(
i,$))||A.enumerable});return n};var be=n=>Ee(se({},"__esModule",{value:!0}),n);function he(n){return Fe.test(n)&&Le(n,0,5,8)&&Ve(n,11,14,17)}function xe(n){return Re.test(n)&&Le(n,0,5,8)}function Le(n,i,x,A){let $=F(n,i)*
100+F(n,i+2),_=F(n,x),e=F(n,A),r=_===2&&$%4===0&&($%100!==0||$%400===0)?1:0;return e>=1&&e<=(Ze[_-1]??-1)+r}function Ve(n,i,x,A){return F(n,
i)<24&&F(n,x)<60&&F(n,A)<60}function F(n,i){return(n.charCodeAt(i)-48)*10+n.charCodeAt(i+1)-48}var Fe,Re,yt,Ze,je=ce(()=>{"use strict";Fe=/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
Re=/^\d{4}-\d{2}-\d{2}$/;yt=Array.from({length:60},(n,i)=>String(i).padStart(2,"0")),Ze=[31,28,31,30,31,30,31,31,30,31,30,31]});var oe={};De(oe,{formats:()=>Me});var Me,fe=ce(()=>{"use strict";je();Me={instant:he,day:xe}});var $e=ne(ae=>{"use strict";Object.defineProperty(ae,"__esModule",{value:!0});function Ae(n){let i=n.length,x=0,A=0,$;for(;A<i;)x++,$=n.charCodeAt(
A++),$>=55296&&$<=56319&&A<i&&($=n.charCodeAt(A),($&64512)===56320&&A++);return x}ae.default=Ae;Ae.code='require("ajv/dist/runtime/ucs2lengt\
h").default'});var ve=ne((ct,ze)=>{"use strict";ze.exports=function n(i,x){if(i===x)return!0;if(i&&x&&typeof i=="object"&&typeof x=="object"){if(i.constructor!==
x.constructor)return!1;var A,$,_;if(Array.isArray(i)){if(A=i.length,A!=x.length)return!1;for($=A;$--!==0;)if(!n(i[$],x[$]))return!1;return!0}
if(i.constructor===RegExp)return i.source===x.source&&i.flags===x.flags;if(i.valueOf!==Object.prototype.valueOf)return i.valueOf()===x.valueOf();
if(i.toString!==Object.prototype.toString)return i.toString()===x.toString();if(_=Object.keys(i),A=_.length,A!==Object.keys(x).length)return!1;
for($=A;$--!==0;)if(!Object.prototype.hasOwnProperty.call(x,_[$]))return!1;for($=A;$--!==0;){var e=_[$];if(!n(i[e],x[e]))return!1}return!0}return i!==
i&&x!==x}});var _e=ne(me=>{"use strict";Object.defineProperty(me,"__esModule",{value:!0});var Ie=ve();Ie.code='require("ajv/dist/runtime/equal").default';
me.default=Ie});var Se=G;var a=Object.prototype.hasOwnProperty,w=new RegExp("^x-","u"),C=(fe(),be(oe)).formats.instant;function G(n,{instancePath:i="",parentData:x,parentDataProperty:A,
rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=G.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n==
"object"&&!Array.isArray(n)){(n.created===void 0||!a.call(n,"created"))&&(e=l(e,i,"required",{missingProperty:"created"}),r++);for(let t of Object.
keys(n))t==="created"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.created!==void 0&&a.call(n,"created")){let t=n.
created;typeof t=="string"?C(t)||(e=l(e,i+"/created","format",{format:"instant"}),r++):(e=l(e,i+"/created","type",{type:"string"}),r++)}}else
e=l(e,i,"type",{type:"object"}),r++;return G.errors=e,r===0}G.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Te=H,O={$schema:"http\
s://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/board.schema.json",type:"object",properties:{title:{type:"stri\
ng",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-\
]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},owner:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},archived:{type:[
"boolean","null"]},lanes:{type:["array","null"],items:{type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\
\\n]*$"},list:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},query:{type:["string","null"],minLength:1,maxLength:1e3},
items:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},limit:{type:["integer","null"],minimum:1,
maximum:1e3},set:{type:["object","null"],additionalProperties:{type:["string","integer","boolean","null"]},maxProperties:20}},required:["tit\
le"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},u=$e().
default,Z=_e().default,v=new RegExp("^[^\\n]*$","u"),D=new RegExp("^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$","u"),q=new RegExp("^[a-z0-9][a-z0-9._-]\
*$","u");function H(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=H.evaluated;
if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,
"title"))&&(e=l(e,i,"required",{missingProperty:"title"}),r++);for(let t of Object.keys(n))t==="title"||t==="aliases"||t==="owner"||t==="arc\
hived"||t==="lanes"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.title!==void 0&&a.call(n,"title")){let t=n.
title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","minLength",
{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/title","type",{type:"string"}),r++)}if(n.aliases!==
void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:O.properties.aliases.type}),r++),
Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="s\
tring"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^\
[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.owner!==void 0&&
a.call(n,"owner")){let t=n.owner;typeof t!="string"&&t!==null&&(e=l(e,i+"/owner","type",{type:O.properties.owner.type}),r++),typeof t=="stri\
ng"&&(t.length>100&&u(t)>100&&(e=l(e,i+"/owner","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/owner","pattern",{pattern:"^[a-z0-9][a-z\
0-9._-]*$"}),r++))}if(n.archived!==void 0&&a.call(n,"archived")){let t=n.archived;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/archived","type",
{type:O.properties.archived.type}),r++)}if(n.lanes!==void 0&&a.call(n,"lanes")){let t=n.lanes;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/lan\
es","type",{type:O.properties.lanes.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/lanes","maxItems",{limit:1e3}),r++);let c=t.length;
for(let p=0;p<c;p++){let s=t[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.title===void 0||!a.call(s,"title"))&&(e=l(e,i+"/lanes/"+p,"r\
equired",{missingProperty:"title"}),r++);for(let o of Object.keys(s))o==="title"||o==="list"||o==="query"||o==="items"||o==="limit"||o==="se\
t"||(e=l(e,i+"/lanes/"+p,"additionalProperties",{additionalProperty:o}),r++);if(s.title!==void 0&&a.call(s,"title")){let o=s.title;typeof o==
"string"?(o.length>300&&u(o)>300&&(e=l(e,i+"/lanes/"+p+"/title","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/lanes/"+p+"/title","min\
Length",{limit:1}),r++),v.test(o)||(e=l(e,i+"/lanes/"+p+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/lanes/"+p+"/title","type",
{type:"string"}),r++)}if(s.list!==void 0&&a.call(s,"list")){let o=s.list;typeof o!="string"&&o!==null&&(e=l(e,i+"/lanes/"+p+"/list","type",{
type:O.properties.lanes.items.properties.list.type}),r++),typeof o=="string"&&(o.length>100&&u(o)>100&&(e=l(e,i+"/lanes/"+p+"/list","maxLeng\
th",{limit:100}),r++),q.test(o)||(e=l(e,i+"/lanes/"+p+"/list","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}if(s.query!==void 0&&a.call(
s,"query")){let o=s.query;typeof o!="string"&&o!==null&&(e=l(e,i+"/lanes/"+p+"/query","type",{type:O.properties.lanes.items.properties.query.
type}),r++),typeof o=="string"&&(o.length>1e3&&u(o)>1e3&&(e=l(e,i+"/lanes/"+p+"/query","maxLength",{limit:1e3}),r++),o.length<1&&(e=l(e,i+"/\
lanes/"+p+"/query","minLength",{limit:1}),r++))}if(s.items!==void 0&&a.call(s,"items")){let o=s.items;if(!Array.isArray(o)&&o!==null&&(e=l(e,
i+"/lanes/"+p+"/items","type",{type:O.properties.lanes.items.properties.items.type}),r++),Array.isArray(o)){o.length>1e3&&(e=l(e,i+"/lanes/"+
p+"/items","maxItems",{limit:1e3}),r++);let y=o.length;for(let z=0;z<y;z++){let g=o[z];typeof g=="number"&&!(g%1)&&!isNaN(g)&&isFinite(g)||(e=
l(e,i+"/lanes/"+p+"/items/"+z,"type",{type:"integer"}),r++),typeof g=="number"&&isFinite(g)&&((g>99999999||isNaN(g))&&(e=l(e,i+"/lanes/"+p+"\
/items/"+z,"maximum",{comparison:"<=",limit:99999999}),r++),(g<1||isNaN(g))&&(e=l(e,i+"/lanes/"+p+"/items/"+z,"minimum",{comparison:">=",limit:1}),
r++))}let d=o.length,L;if(d>1){let z={};for(;d--;){let g=o[d];if(typeof g=="number"&&!(g%1)&&!isNaN(g)&&isFinite(g)){if(typeof z[g]=="number"){
L=z[g],e=l(e,i+"/lanes/"+p+"/items","uniqueItems",{i:d,j:L}),r++;break}z[g]=d}}}}}if(s.limit!==void 0&&a.call(s,"limit")){let o=s.limit;!(typeof o==
"number"&&!(o%1)&&!isNaN(o)&&isFinite(o))&&o!==null&&(e=l(e,i+"/lanes/"+p+"/limit","type",{type:O.properties.lanes.items.properties.limit.type}),
r++),typeof o=="number"&&isFinite(o)&&((o>1e3||isNaN(o))&&(e=l(e,i+"/lanes/"+p+"/limit","maximum",{comparison:"<=",limit:1e3}),r++),(o<1||isNaN(
o))&&(e=l(e,i+"/lanes/"+p+"/limit","minimum",{comparison:">=",limit:1}),r++))}if(s.set!==void 0&&a.call(s,"set")){let o=s.set;if(!(o&&typeof o==
"object"&&!Array.isArray(o))&&o!==null&&(e=l(e,i+"/lanes/"+p+"/set","type",{type:O.properties.lanes.items.properties.set.type}),r++),o&&typeof o==
"object"&&!Array.isArray(o)){Object.keys(o).length>20&&(e=l(e,i+"/lanes/"+p+"/set","maxProperties",{limit:20}),r++);for(let y of Object.keys(
o)){let d=o[y];typeof d!="string"&&!(typeof d=="number"&&!(d%1)&&!isNaN(d)&&isFinite(d))&&typeof d!="boolean"&&d!==null&&(e=l(e,i+"/lanes/"+
p+"/set/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),"type",{type:O.properties.lanes.items.properties.set.additionalProperties.type}),r++)}}}}else
e=l(e,i+"/lanes/"+p,"type",{type:"object"}),r++}let m=t.length,f;if(m>1){e:for(;m--;)for(f=m;f--;)if(Z(t[m],t[f])){e=l(e,i+"/lanes","uniqueI\
tems",{i:m,j:f}),r++;break e}}}}}else e=l(e,i,"type",{type:"object"}),r++;return H.errors=e,r===0}H.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var Ce=J,E={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/comment.schema.json",type:"object",properties:{
author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},in_reply_to:{type:["string","null"],pattern:"^[0-9]{8}T[0-9]{6}Z-[a-z0\
-9]{4}$"},attachments:{type:["array","null"],items:{type:"object",properties:{file:{type:"string",minLength:1,maxLength:120,pattern:"^[^/\\\\]\
+$"},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},branch:{type:["string","null"],maxLength:100,minLength:1,pattern:"\
^[^\\s]+$"},patch:{type:["boolean","null"]}},required:["file"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},hidden:{type:["boolean",
"null"]},disclose:{type:["boolean","null"]},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s\
:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["author"],patternProperties:{"^x-":{}},additionalProperties:!1},Be=new RegExp("^[0-9]{8\
}T[0-9]{6}Z-[a-z0-9]{4}$","u"),ke=new RegExp("^[^/\\\\]+$","u"),B=new RegExp("^[^\\s]+$","u");function J(n,{instancePath:i="",parentData:x,parentDataProperty:A,
rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=J.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n==
"object"&&!Array.isArray(n)){(n.author===void 0||!a.call(n,"author"))&&(e=l(e,i,"required",{missingProperty:"author"}),r++);for(let t of Object.
keys(n))t==="author"||t==="in_reply_to"||t==="attachments"||t==="hidden"||t==="disclose"||t==="aliases"||w.test(t)||(e=l(e,i,"additionalProp\
erties",{additionalProperty:t}),r++);if(n.author!==void 0&&a.call(n,"author")){let t=n.author;typeof t=="string"?(t.length>100&&u(t)>100&&(e=
l(e,i+"/author","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/author","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/a\
uthor","type",{type:"string"}),r++)}if(n.in_reply_to!==void 0&&a.call(n,"in_reply_to")){let t=n.in_reply_to;typeof t!="string"&&t!==null&&(e=
l(e,i+"/in_reply_to","type",{type:E.properties.in_reply_to.type}),r++),typeof t=="string"&&(Be.test(t)||(e=l(e,i+"/in_reply_to","pattern",{pattern:"\
^[0-9]{8}T[0-9]{6}Z-[a-z0-9]{4}$"}),r++))}if(n.attachments!==void 0&&a.call(n,"attachments")){let t=n.attachments;if(!Array.isArray(t)&&t!==
null&&(e=l(e,i+"/attachments","type",{type:E.properties.attachments.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/attachments","max\
Items",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.file===void 0||!a.call(
s,"file"))&&(e=l(e,i+"/attachments/"+p,"required",{missingProperty:"file"}),r++);for(let o of Object.keys(s))o==="file"||o==="title"||o==="b\
ranch"||o==="patch"||(e=l(e,i+"/attachments/"+p,"additionalProperties",{additionalProperty:o}),r++);if(s.file!==void 0&&a.call(s,"file")){let o=s.
file;typeof o=="string"?(o.length>120&&u(o)>120&&(e=l(e,i+"/attachments/"+p+"/file","maxLength",{limit:120}),r++),o.length<1&&(e=l(e,i+"/att\
achments/"+p+"/file","minLength",{limit:1}),r++),ke.test(o)||(e=l(e,i+"/attachments/"+p+"/file","pattern",{pattern:"^[^/\\\\]+$"}),r++)):(e=
l(e,i+"/attachments/"+p+"/file","type",{type:"string"}),r++)}if(s.title!==void 0&&a.call(s,"title")){let o=s.title;typeof o!="string"&&o!==null&&
(e=l(e,i+"/attachments/"+p+"/title","type",{type:E.properties.attachments.items.properties.title.type}),r++),typeof o=="string"&&(o.length>300&&
u(o)>300&&(e=l(e,i+"/attachments/"+p+"/title","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/attachments/"+p+"/title","minLength",{limit:1}),
r++),v.test(o)||(e=l(e,i+"/attachments/"+p+"/title","pattern",{pattern:"^[^\\n]*$"}),r++))}if(s.branch!==void 0&&a.call(s,"branch")){let o=s.
branch;typeof o!="string"&&o!==null&&(e=l(e,i+"/attachments/"+p+"/branch","type",{type:E.properties.attachments.items.properties.branch.type}),
r++),typeof o=="string"&&(o.length>100&&u(o)>100&&(e=l(e,i+"/attachments/"+p+"/branch","maxLength",{limit:100}),r++),o.length<1&&(e=l(e,i+"/\
attachments/"+p+"/branch","minLength",{limit:1}),r++),B.test(o)||(e=l(e,i+"/attachments/"+p+"/branch","pattern",{pattern:"^[^\\s]+$"}),r++))}
if(s.patch!==void 0&&a.call(s,"patch")){let o=s.patch;typeof o!="boolean"&&o!==null&&(e=l(e,i+"/attachments/"+p+"/patch","type",{type:E.properties.
attachments.items.properties.patch.type}),r++)}}else e=l(e,i+"/attachments/"+p,"type",{type:"object"}),r++}let m=t.length,f;if(m>1){e:for(;m--;)
for(f=m;f--;)if(Z(t[m],t[f])){e=l(e,i+"/attachments","uniqueItems",{i:m,j:f}),r++;break e}}}}if(n.hidden!==void 0&&a.call(n,"hidden")){let t=n.
hidden;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/hidden","type",{type:E.properties.hidden.type}),r++)}if(n.disclose!==void 0&&a.call(n,"disc\
lose")){let t=n.disclose;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/disclose","type",{type:E.properties.disclose.type}),r++)}if(n.aliases!==void 0&&
a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:E.properties.aliases.type}),r++),Array.
isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?
(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a\
-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}}else e=l(e,i,"type",
{type:"object"}),r++;return J.errors=e,r===0}J.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Ge=K,ye={$schema:"https://json-schem\
a.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/group.schema.json",type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},
uniqueItems:!0,maxItems:1e3},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z\
0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},
re=new RegExp("^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$","u");function K(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,
dynamicAnchors:_={}}={}){let e=null,r=0,b=K.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="obj\
ect"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"required",{missingProperty:"title"}),r++);for(let t of Object.keys(
n))t==="title"||t==="aliases"||t==="projects"||t==="archived"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.
title!==void 0&&a.call(n,"title")){let t=n.title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),r++),
t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/tit\
le","type",{type:"string"}),r++)}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/alia\
ses","type",{type:ye.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.
length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(
s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}
let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueIt\
ems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.projects!==void 0&&a.call(n,"projects")){let t=n.projects;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+
"/projects","type",{type:ye.properties.projects.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/projects","maxItems",{limit:1e3}),r++);
let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>150&&u(s)>150&&(e=l(e,i+"/projects/"+p,"maxLength",{limit:150}),
r++),re.test(s)||(e=l(e,i+"/projects/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}),r++)):(e=l(e,i+"/projects/"+p,
"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],
e=l(e,i+"/projects","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.archived!==void 0&&a.call(n,"archived")){let t=n.archived;typeof t!="\
boolean"&&t!==null&&(e=l(e,i+"/archived","type",{type:ye.properties.archived.type}),r++)}}else e=l(e,i,"type",{type:"object"}),r++;return K.
errors=e,r===0}K.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var He=Q,V={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"\
https://storytree.dev/schema/1/list.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},
aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},query:{
type:["string","null"],minLength:1,maxLength:1e3},owner:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},sort:{type:[
"string","null"],maxLength:40,pattern:"^[a-z_]+(-asc|-desc)?$"},archived:{type:["boolean","null"]},items:{type:["array","null"],items:{type:"\
integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1},
Je=new RegExp("^[a-z_]+(-asc|-desc)?$","u");function Q(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){
let e=null,r=0,b=Q.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){
(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"required",{missingProperty:"title"}),r++);for(let t of Object.keys(n))t==="title"||t==="al\
iases"||t==="query"||t==="owner"||t==="sort"||t==="archived"||t==="items"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),
r++);if(n.title!==void 0&&a.call(n,"title")){let t=n.title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),
r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+
"/title","type",{type:"string"}),r++)}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"\
/aliases","type",{type:V.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.
length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(
s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}
let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueIt\
ems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.query!==void 0&&a.call(n,"query")){let t=n.query;typeof t!="string"&&t!==null&&(e=l(e,i+"/query","\
type",{type:V.properties.query.type}),r++),typeof t=="string"&&(t.length>1e3&&u(t)>1e3&&(e=l(e,i+"/query","maxLength",{limit:1e3}),r++),t.length<
1&&(e=l(e,i+"/query","minLength",{limit:1}),r++))}if(n.owner!==void 0&&a.call(n,"owner")){let t=n.owner;typeof t!="string"&&t!==null&&(e=l(e,
i+"/owner","type",{type:V.properties.owner.type}),r++),typeof t=="string"&&(t.length>100&&u(t)>100&&(e=l(e,i+"/owner","maxLength",{limit:100}),
r++),q.test(t)||(e=l(e,i+"/owner","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}if(n.sort!==void 0&&a.call(n,"sort")){let t=n.sort;typeof t!=
"string"&&t!==null&&(e=l(e,i+"/sort","type",{type:V.properties.sort.type}),r++),typeof t=="string"&&(t.length>40&&u(t)>40&&(e=l(e,i+"/sort",
"maxLength",{limit:40}),r++),Je.test(t)||(e=l(e,i+"/sort","pattern",{pattern:"^[a-z_]+(-asc|-desc)?$"}),r++))}if(n.archived!==void 0&&a.call(
n,"archived")){let t=n.archived;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/archived","type",{type:V.properties.archived.type}),r++)}if(n.items!==
void 0&&a.call(n,"items")){let t=n.items;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/items","type",{type:V.properties.items.type}),r++),Array.
isArray(t)){t.length>1e3&&(e=l(e,i+"/items","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="number"&&
!(s%1)&&!isNaN(s)&&isFinite(s)||(e=l(e,i+"/items/"+p,"type",{type:"integer"}),r++),typeof s=="number"&&isFinite(s)&&((s>99999999||isNaN(s))&&
(e=l(e,i+"/items/"+p,"maximum",{comparison:"<=",limit:99999999}),r++),(s<1||isNaN(s))&&(e=l(e,i+"/items/"+p,"minimum",{comparison:">=",limit:1}),
r++))}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)){if(typeof p[s]=="number"){
f=p[s],e=l(e,i+"/items","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}}else e=l(e,i,"type",{type:"object"}),r++;return Q.errors=e,r===0}Q.evaluated=
{props:!0,dynamicProps:!1,dynamicItems:!1};var Ke=U,T={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/sch\
ema/1/milestone.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["a\
rray","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},date:{type:["strin\
g","null"],format:"day"},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9.\
_-]*)?$"},uniqueItems:!0,maxItems:1e3},closed:{type:["boolean","null"]},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{
"^x-":{}},additionalProperties:!1},le=(fe(),be(oe)).formats.day;function U(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,
dynamicAnchors:_={}}={}){let e=null,r=0,b=U.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="obj\
ect"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"required",{missingProperty:"title"}),r++);for(let t of Object.keys(
n))t==="title"||t==="aliases"||t==="date"||t==="projects"||t==="closed"||t==="archived"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),
r++);if(n.title!==void 0&&a.call(n,"title")){let t=n.title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),
r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+
"/title","type",{type:"string"}),r++)}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"\
/aliases","type",{type:T.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.
length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(
s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}
let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueIt\
ems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.date!==void 0&&a.call(n,"date")){let t=n.date;typeof t!="string"&&t!==null&&(e=l(e,i+"/date","type",
{type:T.properties.date.type}),r++),typeof t=="string"&&(le(t)||(e=l(e,i+"/date","format",{format:"day"}),r++))}if(n.projects!==void 0&&a.call(
n,"projects")){let t=n.projects;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/projects","type",{type:T.properties.projects.type}),r++),Array.isArray(
t)){t.length>1e3&&(e=l(e,i+"/projects","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>
150&&u(s)>150&&(e=l(e,i+"/projects/"+p,"maxLength",{limit:150}),r++),re.test(s)||(e=l(e,i+"/projects/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-\
9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}),r++)):(e=l(e,i+"/projects/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/projects","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.closed!==void 0&&
a.call(n,"closed")){let t=n.closed;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/closed","type",{type:T.properties.closed.type}),r++)}if(n.archived!==
void 0&&a.call(n,"archived")){let t=n.archived;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/archived","type",{type:T.properties.archived.type}),
r++)}}else e=l(e,i,"type",{type:"object"}),r++;return U.errors=e,r===0}U.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Qe=W,R={$schema:"\
https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/person.schema.json",type:"object",properties:{name:{type:"\
string",minLength:1,maxLength:300,pattern:"^[^\\n]*$"},identities:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][\
a-z0-9-]*:[^\\s]+$"},uniqueItems:!0,maxItems:1e3},email:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},watch:{type:[
"array","null"],items:{type:"object",properties:{query:{type:"string",minLength:1,maxLength:1e3},level:{enum:["all","discussion","status",null]},
mute:{type:["boolean","null"]}},required:["query"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},disabled:{type:["boolean","null"]},
aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},
required:["name"],patternProperties:{"^x-":{}},additionalProperties:!1},Ue=new RegExp("^[a-z][a-z0-9-]*:[^\\s]+$","u"),ge=new RegExp('^[^\\s@\
<>"]+@[^\\s@<>"]+$',"u");function W(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,
r=0,b=W.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.name===void 0||
!a.call(n,"name"))&&(e=l(e,i,"required",{missingProperty:"name"}),r++);for(let t of Object.keys(n))t==="name"||t==="identities"||t==="email"||
t==="watch"||t==="disabled"||t==="aliases"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.name!==void 0&&a.call(
n,"name")){let t=n.name;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/name","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/na\
me","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/name","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/name","type",{type:"string"}),
r++)}if(n.identities!==void 0&&a.call(n,"identities")){let t=n.identities;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/identities","type",{type:R.
properties.identities.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/identities","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<
c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/identities/"+p,"maxLength",{limit:200}),r++),Ue.test(s)||(e=l(e,i+"\
/identities/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s]+$"}),r++)):(e=l(e,i+"/identities/"+p,"type",{type:"string"}),r++)}let m=t.length,
f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/identities","uniqueItems",{i:m,j:f}),
r++;break}p[s]=m}}}}}if(n.email!==void 0&&a.call(n,"email")){let t=n.email;typeof t!="string"&&t!==null&&(e=l(e,i+"/email","type",{type:R.properties.
email.type}),r++),typeof t=="string"&&(t.length>254&&u(t)>254&&(e=l(e,i+"/email","maxLength",{limit:254}),r++),ge.test(t)||(e=l(e,i+"/email",
"pattern",{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}),r++))}if(n.watch!==void 0&&a.call(n,"watch")){let t=n.watch;if(!Array.isArray(t)&&t!==null&&
(e=l(e,i+"/watch","type",{type:R.properties.watch.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/watch","maxItems",{limit:1e3}),r++);
let c=t.length;for(let p=0;p<c;p++){let s=t[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.query===void 0||!a.call(s,"query"))&&(e=l(e,i+
"/watch/"+p,"required",{missingProperty:"query"}),r++);for(let o of Object.keys(s))o==="query"||o==="level"||o==="mute"||(e=l(e,i+"/watch/"+
p,"additionalProperties",{additionalProperty:o}),r++);if(s.query!==void 0&&a.call(s,"query")){let o=s.query;typeof o=="string"?(o.length>1e3&&
u(o)>1e3&&(e=l(e,i+"/watch/"+p+"/query","maxLength",{limit:1e3}),r++),o.length<1&&(e=l(e,i+"/watch/"+p+"/query","minLength",{limit:1}),r++)):
(e=l(e,i+"/watch/"+p+"/query","type",{type:"string"}),r++)}if(s.level!==void 0&&a.call(s,"level")){let o=s.level;o==="all"||o==="discussion"||
o==="status"||o===null||(e=l(e,i+"/watch/"+p+"/level","enum",{allowedValues:R.properties.watch.items.properties.level.enum}),r++)}if(s.mute!==
void 0&&a.call(s,"mute")){let o=s.mute;typeof o!="boolean"&&o!==null&&(e=l(e,i+"/watch/"+p+"/mute","type",{type:R.properties.watch.items.properties.
mute.type}),r++)}}else e=l(e,i+"/watch/"+p,"type",{type:"object"}),r++}let m=t.length,f;if(m>1){e:for(;m--;)for(f=m;f--;)if(Z(t[m],t[f])){e=
l(e,i+"/watch","uniqueItems",{i:m,j:f}),r++;break e}}}}if(n.disabled!==void 0&&a.call(n,"disabled")){let t=n.disabled;typeof t!="boolean"&&t!==
null&&(e=l(e,i+"/disabled","type",{type:R.properties.disabled.type}),r++)}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.
isArray(t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:R.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases",
"maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+
p,"maxLength",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/a\
liases/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="numb\
er"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}}else e=l(e,i,"type",{type:"object"}),r++;return W.errors=e,r===
0}W.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var We=X,N={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://sto\
rytree.dev/schema/1/project.schema.json",type:"object",properties:{title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},
repository:{type:["string","null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0\
-9][a-z0-9._-]*$"},default_branch:{type:["string","null"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},maintainers:{type:["array","null"],
items:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},aliases:{type:["array","null"],items:{type:"\
string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3},groups:{type:["array","null"],items:{type:"st\
ring",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},branches:{type:["array","null"],items:{type:"object",properties:{
name:{type:"string",minLength:1,maxLength:100,pattern:"^[^\\s]+$"},eol:{type:["string","null"],format:"day"}},required:["name"],additionalProperties:!1},
uniqueItems:!0,maxItems:1e3},retired:{type:["boolean","null"]}},required:[],patternProperties:{"^x-":{}},additionalProperties:!1},S=new RegExp(
'^https?://[^\\s<>"]+$',"u");function X(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,
r=0,b=X.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){for(let t of Object.
keys(n))a.call(N.properties,t)||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.title!==void 0&&a.call(n,"title")){
let t=n.title;typeof t!="string"&&t!==null&&(e=l(e,i+"/title","type",{type:N.properties.title.type}),r++),typeof t=="string"&&(t.length>300&&
u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/ti\
tle","pattern",{pattern:"^[^\\n]*$"}),r++))}if(n.repository!==void 0&&a.call(n,"repository")){let t=n.repository;typeof t!="string"&&t!==null&&
(e=l(e,i+"/repository","type",{type:N.properties.repository.type}),r++),typeof t=="string"&&(t.length>2e3&&u(t)>2e3&&(e=l(e,i+"/repository",
"maxLength",{limit:2e3}),r++),S.test(t)||(e=l(e,i+"/repository","pattern",{pattern:'^https?://[^\\s<>"]+$'}),r++))}if(n.team!==void 0&&a.call(
n,"team")){let t=n.team;typeof t!="string"&&t!==null&&(e=l(e,i+"/team","type",{type:N.properties.team.type}),r++),typeof t=="string"&&(t.length>
100&&u(t)>100&&(e=l(e,i+"/team","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/team","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}
if(n.default_branch!==void 0&&a.call(n,"default_branch")){let t=n.default_branch;typeof t!="string"&&t!==null&&(e=l(e,i+"/default_branch","t\
ype",{type:N.properties.default_branch.type}),r++),typeof t=="string"&&(t.length>100&&u(t)>100&&(e=l(e,i+"/default_branch","maxLength",{limit:100}),
r++),t.length<1&&(e=l(e,i+"/default_branch","minLength",{limit:1}),r++),B.test(t)||(e=l(e,i+"/default_branch","pattern",{pattern:"^[^\\s]+$"}),
r++))}if(n.maintainers!==void 0&&a.call(n,"maintainers")){let t=n.maintainers;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/maintainers","type",
{type:N.properties.maintainers.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/maintainers","maxItems",{limit:1e3}),r++);let c=t.length;
for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>100&&u(s)>100&&(e=l(e,i+"/maintainers/"+p,"maxLength",{limit:100}),r++),q.test(
s)||(e=l(e,i+"/maintainers/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/maintainers/"+p,"type",{type:"string"}),r++)}let m=t.
length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/maintainers","uniqueItems",
{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/alias\
es","type",{type:N.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.length;
for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(s)||
(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}let m=t.
length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,
j:f}),r++;break}p[s]=m}}}}}if(n.groups!==void 0&&a.call(n,"groups")){let t=n.groups;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/groups","type",
{type:N.properties.groups.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/groups","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<
c;p++){let s=t[p];typeof s=="string"?(s.length>100&&u(s)>100&&(e=l(e,i+"/groups/"+p,"maxLength",{limit:100}),r++),q.test(s)||(e=l(e,i+"/grou\
ps/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/groups/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};
for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/groups","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}
if(n.branches!==void 0&&a.call(n,"branches")){let t=n.branches;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/branches","type",{type:N.properties.
branches.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/branches","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];
if(s&&typeof s=="object"&&!Array.isArray(s)){(s.name===void 0||!a.call(s,"name"))&&(e=l(e,i+"/branches/"+p,"required",{missingProperty:"name"}),
r++);for(let o of Object.keys(s))o==="name"||o==="eol"||(e=l(e,i+"/branches/"+p,"additionalProperties",{additionalProperty:o}),r++);if(s.name!==
void 0&&a.call(s,"name")){let o=s.name;typeof o=="string"?(o.length>100&&u(o)>100&&(e=l(e,i+"/branches/"+p+"/name","maxLength",{limit:100}),
r++),o.length<1&&(e=l(e,i+"/branches/"+p+"/name","minLength",{limit:1}),r++),B.test(o)||(e=l(e,i+"/branches/"+p+"/name","pattern",{pattern:"\
^[^\\s]+$"}),r++)):(e=l(e,i+"/branches/"+p+"/name","type",{type:"string"}),r++)}if(s.eol!==void 0&&a.call(s,"eol")){let o=s.eol;typeof o!="s\
tring"&&o!==null&&(e=l(e,i+"/branches/"+p+"/eol","type",{type:N.properties.branches.items.properties.eol.type}),r++),typeof o=="string"&&(le(
o)||(e=l(e,i+"/branches/"+p+"/eol","format",{format:"day"}),r++))}}else e=l(e,i+"/branches/"+p,"type",{type:"object"}),r++}let m=t.length,f;
if(m>1){e:for(;m--;)for(f=m;f--;)if(Z(t[m],t[f])){e=l(e,i+"/branches","uniqueItems",{i:m,j:f}),r++;break e}}}}if(n.retired!==void 0&&a.call(
n,"retired")){let t=n.retired;typeof t!="boolean"&&t!==null&&(e=l(e,i+"/retired","type",{type:N.properties.retired.type}),r++)}}else e=l(e,i,
"type",{type:"object"}),r++;return X.errors=e,r===0}X.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Xe=Y,I={$schema:"https://json\
-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/story.schema.json",type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},type:{type:["string","null"],maxLength:40,
pattern:"^[a-z][a-z0-9-]*$"},created:{type:"string",format:"instant"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},
tags:{type:["array","null"],items:{type:"string",maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},
uniqueItems:!0,maxItems:1e3},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},uniqueItems:!0,
maxItems:1e3},milestone:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{type:["array","null"],items:{type:"\
integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},due:{type:["string","null"],format:"day"},duplicate_of:{type:["integer","n\
ull"],minimum:1,maximum:99999999},related:{type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},
cve:{type:["array","null"],items:{type:"string",maxLength:30,pattern:"^CVE-[0-9]{4}-[0-9]{4,}$"},uniqueItems:!0,maxItems:1e3},links:{type:["\
array","null"],items:{type:"object",properties:{url:{type:"string",maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},title:{type:["string","nul\
l"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["url"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},attachments:{type:[
"array","null"],items:{type:"object",properties:{file:{type:"string",minLength:1,maxLength:120,pattern:"^[^/\\\\]+$"},title:{type:["string",
"null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},branch:{type:["string","null"],maxLength:100,minLength:1,pattern:"^[^\\s]+$"},patch:{
type:["boolean","null"]}},required:["file"],additionalProperties:!1},uniqueItems:!0,maxItems:1e3},locked:{type:["boolean","null"]},access:{type:[
"array","null"],items:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,maxItems:1e3},embargo_until:{type:["stri\
ng","null"],format:"instant"},disclose_at:{type:["string","null"],format:"instant"},disclosed:{type:["string","null"],pattern:"^[0-9a-f]{40}\
([0-9a-f]{24})?$"},reporter_credit:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["title","author","creat\
ed"],patternProperties:{"^x-":{}},additionalProperties:!1},pe=new RegExp("^[a-z][a-z0-9-]*$","u"),de=new RegExp("^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\
\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$","u"),Ye=new RegExp("^CVE-[0-9]{4}-[0-9]{4,}$","u"),Pe=new RegExp("^[0-9a-f]{40}([0-9a-f]{24})?$","u");function Y(n,{
instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=Y.evaluated;if(b.dynamicProps&&(b.
props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"r\
equired",{missingProperty:"title"}),r++),(n.author===void 0||!a.call(n,"author"))&&(e=l(e,i,"required",{missingProperty:"author"}),r++),(n.created===
void 0||!a.call(n,"created"))&&(e=l(e,i,"required",{missingProperty:"created"}),r++);for(let t of Object.keys(n))a.call(I.properties,t)||w.test(
t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.title!==void 0&&a.call(n,"title")){let t=n.title;typeof t=="string"?(t.
length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=
l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/title","type",{type:"string"}),r++)}if(n.author!==void 0&&a.call(n,"author")){
let t=n.author;typeof t=="string"?(t.length>100&&u(t)>100&&(e=l(e,i+"/author","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/author","p\
attern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/author","type",{type:"string"}),r++)}if(n.type!==void 0&&a.call(n,"type")){let t=n.
type;typeof t!="string"&&t!==null&&(e=l(e,i+"/type","type",{type:I.properties.type.type}),r++),typeof t=="string"&&(t.length>40&&u(t)>40&&(e=
l(e,i+"/type","maxLength",{limit:40}),r++),pe.test(t)||(e=l(e,i+"/type","pattern",{pattern:"^[a-z][a-z0-9-]*$"}),r++))}if(n.created!==void 0&&
a.call(n,"created")){let t=n.created;typeof t=="string"?C(t)||(e=l(e,i+"/created","format",{format:"instant"}),r++):(e=l(e,i+"/created","typ\
e",{type:"string"}),r++)}if(n.triage!==void 0&&a.call(n,"triage")){let t=n.triage;t==="new"||t==="incomplete"||t==="confirmed"||t==="triaged"||
t==="rejected"||t===null||(e=l(e,i+"/triage","enum",{allowedValues:I.properties.triage.enum}),r++)}if(n.tags!==void 0&&a.call(n,"tags")){let t=n.
tags;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/tags","type",{type:I.properties.tags.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/\
tags","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>60&&u(s)>60&&(e=l(e,i+"/tags/"+
p,"maxLength",{limit:60}),r++),de.test(s)||(e=l(e,i+"/tags/"+p,"pattern",{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*\
$"}),r++)):(e=l(e,i+"/tags/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]==
"number"){f=p[s],e=l(e,i+"/tags","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.
isArray(t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:I.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases",
"maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+
p,"maxLength",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/a\
liases/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="numb\
er"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.milestone!==void 0&&a.call(n,"milestone")){let t=n.milestone;
typeof t!="string"&&t!==null&&(e=l(e,i+"/milestone","type",{type:I.properties.milestone.type}),r++),typeof t=="string"&&(t.length>100&&u(t)>
100&&(e=l(e,i+"/milestone","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/milestone","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}
if(n.depends_on!==void 0&&a.call(n,"depends_on")){let t=n.depends_on;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/depends_on","type",{type:I.properties.
depends_on.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/depends_on","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){
let s=t[p];typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)||(e=l(e,i+"/depends_on/"+p,"type",{type:"integer"}),r++),typeof s=="number"&&isFinite(
s)&&((s>99999999||isNaN(s))&&(e=l(e,i+"/depends_on/"+p,"maximum",{comparison:"<=",limit:99999999}),r++),(s<1||isNaN(s))&&(e=l(e,i+"/depends_\
on/"+p,"minimum",{comparison:">=",limit:1}),r++))}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="number"&&!(s%1)&&!isNaN(
s)&&isFinite(s)){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/depends_on","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.due!==void 0&&a.call(
n,"due")){let t=n.due;typeof t!="string"&&t!==null&&(e=l(e,i+"/due","type",{type:I.properties.due.type}),r++),typeof t=="string"&&(le(t)||(e=
l(e,i+"/due","format",{format:"day"}),r++))}if(n.duplicate_of!==void 0&&a.call(n,"duplicate_of")){let t=n.duplicate_of;!(typeof t=="number"&&
!(t%1)&&!isNaN(t)&&isFinite(t))&&t!==null&&(e=l(e,i+"/duplicate_of","type",{type:I.properties.duplicate_of.type}),r++),typeof t=="number"&&isFinite(
t)&&((t>99999999||isNaN(t))&&(e=l(e,i+"/duplicate_of","maximum",{comparison:"<=",limit:99999999}),r++),(t<1||isNaN(t))&&(e=l(e,i+"/duplicate\
_of","minimum",{comparison:">=",limit:1}),r++))}if(n.related!==void 0&&a.call(n,"related")){let t=n.related;if(!Array.isArray(t)&&t!==null&&
(e=l(e,i+"/related","type",{type:I.properties.related.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/related","maxItems",{limit:1e3}),
r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)||(e=l(e,i+"/related/"+p,"type",{type:"\
integer"}),r++),typeof s=="number"&&isFinite(s)&&((s>99999999||isNaN(s))&&(e=l(e,i+"/related/"+p,"maximum",{comparison:"<=",limit:99999999}),
r++),(s<1||isNaN(s))&&(e=l(e,i+"/related/"+p,"minimum",{comparison:">=",limit:1}),r++))}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/related","uniqueItems",{i:m,j:f}),r++;break}
p[s]=m}}}}}if(n.cve!==void 0&&a.call(n,"cve")){let t=n.cve;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/cve","type",{type:I.properties.cve.type}),
r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/cve","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="\
string"?(s.length>30&&u(s)>30&&(e=l(e,i+"/cve/"+p,"maxLength",{limit:30}),r++),Ye.test(s)||(e=l(e,i+"/cve/"+p,"pattern",{pattern:"^CVE-[0-9]\
{4}-[0-9]{4,}$"}),r++)):(e=l(e,i+"/cve/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s==
"string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/cve","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.links!==void 0&&a.call(n,"links")){
let t=n.links;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/links","type",{type:I.properties.links.type}),r++),Array.isArray(t)){t.length>1e3&&
(e=l(e,i+"/links","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.
url===void 0||!a.call(s,"url"))&&(e=l(e,i+"/links/"+p,"required",{missingProperty:"url"}),r++);for(let o of Object.keys(s))o==="url"||o==="t\
itle"||(e=l(e,i+"/links/"+p,"additionalProperties",{additionalProperty:o}),r++);if(s.url!==void 0&&a.call(s,"url")){let o=s.url;typeof o=="s\
tring"?(o.length>2e3&&u(o)>2e3&&(e=l(e,i+"/links/"+p+"/url","maxLength",{limit:2e3}),r++),S.test(o)||(e=l(e,i+"/links/"+p+"/url","pattern",{
pattern:'^https?://[^\\s<>"]+$'}),r++)):(e=l(e,i+"/links/"+p+"/url","type",{type:"string"}),r++)}if(s.title!==void 0&&a.call(s,"title")){let o=s.
title;typeof o!="string"&&o!==null&&(e=l(e,i+"/links/"+p+"/title","type",{type:I.properties.links.items.properties.title.type}),r++),typeof o==
"string"&&(o.length>300&&u(o)>300&&(e=l(e,i+"/links/"+p+"/title","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/links/"+p+"/title","mi\
nLength",{limit:1}),r++),v.test(o)||(e=l(e,i+"/links/"+p+"/title","pattern",{pattern:"^[^\\n]*$"}),r++))}}else e=l(e,i+"/links/"+p,"type",{type:"\
object"}),r++}let m=t.length,f;if(m>1){e:for(;m--;)for(f=m;f--;)if(Z(t[m],t[f])){e=l(e,i+"/links","uniqueItems",{i:m,j:f}),r++;break e}}}}if(n.
attachments!==void 0&&a.call(n,"attachments")){let t=n.attachments;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/attachments","type",{type:I.properties.
attachments.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/attachments","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){
let s=t[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.file===void 0||!a.call(s,"file"))&&(e=l(e,i+"/attachments/"+p,"required",{missingProperty:"\
file"}),r++);for(let o of Object.keys(s))o==="file"||o==="title"||o==="branch"||o==="patch"||(e=l(e,i+"/attachments/"+p,"additionalPropertie\
s",{additionalProperty:o}),r++);if(s.file!==void 0&&a.call(s,"file")){let o=s.file;typeof o=="string"?(o.length>120&&u(o)>120&&(e=l(e,i+"/at\
tachments/"+p+"/file","maxLength",{limit:120}),r++),o.length<1&&(e=l(e,i+"/attachments/"+p+"/file","minLength",{limit:1}),r++),ke.test(o)||(e=
l(e,i+"/attachments/"+p+"/file","pattern",{pattern:"^[^/\\\\]+$"}),r++)):(e=l(e,i+"/attachments/"+p+"/file","type",{type:"string"}),r++)}if(s.
title!==void 0&&a.call(s,"title")){let o=s.title;typeof o!="string"&&o!==null&&(e=l(e,i+"/attachments/"+p+"/title","type",{type:I.properties.
attachments.items.properties.title.type}),r++),typeof o=="string"&&(o.length>300&&u(o)>300&&(e=l(e,i+"/attachments/"+p+"/title","maxLength",
{limit:300}),r++),o.length<1&&(e=l(e,i+"/attachments/"+p+"/title","minLength",{limit:1}),r++),v.test(o)||(e=l(e,i+"/attachments/"+p+"/title",
"pattern",{pattern:"^[^\\n]*$"}),r++))}if(s.branch!==void 0&&a.call(s,"branch")){let o=s.branch;typeof o!="string"&&o!==null&&(e=l(e,i+"/att\
achments/"+p+"/branch","type",{type:I.properties.attachments.items.properties.branch.type}),r++),typeof o=="string"&&(o.length>100&&u(o)>100&&
(e=l(e,i+"/attachments/"+p+"/branch","maxLength",{limit:100}),r++),o.length<1&&(e=l(e,i+"/attachments/"+p+"/branch","minLength",{limit:1}),r++),
B.test(o)||(e=l(e,i+"/attachments/"+p+"/branch","pattern",{pattern:"^[^\\s]+$"}),r++))}if(s.patch!==void 0&&a.call(s,"patch")){let o=s.patch;
typeof o!="boolean"&&o!==null&&(e=l(e,i+"/attachments/"+p+"/patch","type",{type:I.properties.attachments.items.properties.patch.type}),r++)}}else
e=l(e,i+"/attachments/"+p,"type",{type:"object"}),r++}let m=t.length,f;if(m>1){e:for(;m--;)for(f=m;f--;)if(Z(t[m],t[f])){e=l(e,i+"/attachmen\
ts","uniqueItems",{i:m,j:f}),r++;break e}}}}if(n.locked!==void 0&&a.call(n,"locked")){let t=n.locked;typeof t!="boolean"&&t!==null&&(e=l(e,i+
"/locked","type",{type:I.properties.locked.type}),r++)}if(n.access!==void 0&&a.call(n,"access")){let t=n.access;if(!Array.isArray(t)&&t!==null&&
(e=l(e,i+"/access","type",{type:I.properties.access.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/access","maxItems",{limit:1e3}),r++);
let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>100&&u(s)>100&&(e=l(e,i+"/access/"+p,"maxLength",{limit:100}),r++),
q.test(s)||(e=l(e,i+"/access/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/access/"+p,"type",{type:"string"}),r++)}let m=t.
length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/access","uniqueItems",{i:m,
j:f}),r++;break}p[s]=m}}}}}if(n.embargo_until!==void 0&&a.call(n,"embargo_until")){let t=n.embargo_until;typeof t!="string"&&t!==null&&(e=l(
e,i+"/embargo_until","type",{type:I.properties.embargo_until.type}),r++),typeof t=="string"&&(C(t)||(e=l(e,i+"/embargo_until","format",{format:"\
instant"}),r++))}if(n.disclose_at!==void 0&&a.call(n,"disclose_at")){let t=n.disclose_at;typeof t!="string"&&t!==null&&(e=l(e,i+"/disclose_a\
t","type",{type:I.properties.disclose_at.type}),r++),typeof t=="string"&&(C(t)||(e=l(e,i+"/disclose_at","format",{format:"instant"}),r++))}if(n.
disclosed!==void 0&&a.call(n,"disclosed")){let t=n.disclosed;typeof t!="string"&&t!==null&&(e=l(e,i+"/disclosed","type",{type:I.properties.disclosed.
type}),r++),typeof t=="string"&&(Pe.test(t)||(e=l(e,i+"/disclosed","pattern",{pattern:"^[0-9a-f]{40}([0-9a-f]{24})?$"}),r++))}if(n.reporter_credit!==
void 0&&a.call(n,"reporter_credit")){let t=n.reporter_credit;typeof t!="string"&&t!==null&&(e=l(e,i+"/reporter_credit","type",{type:I.properties.
reporter_credit.type}),r++),typeof t=="string"&&(t.length>300&&u(t)>300&&(e=l(e,i+"/reporter_credit","maxLength",{limit:300}),r++),t.length<
1&&(e=l(e,i+"/reporter_credit","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/reporter_credit","pattern",{pattern:"^[^\\n]*$"}),r++))}}else
e=l(e,i,"type",{type:"object"}),r++;return Y.errors=e,r===0}Y.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var et=P,k={$schema:"http\
s://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/task.schema.json",type:"object",properties:{project:{type:"str\
ing",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},status:{enum:["todo","inprogress","review","merged","invalid"]},
branch:{type:["string","null"],minLength:1,maxLength:100,pattern:"^[^\\s]+$"},assignee:{type:["string","null"],maxLength:100,pattern:"^[a-z0\
-9][a-z0-9._-]*$"},author:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},priority:{enum:["critical","high","medium","low","w\
ishlist",null]},created:{type:"string",format:"instant"},milestone:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},depends_on:{
type:["array","null"],items:{type:"integer",minimum:1,maximum:99999999},uniqueItems:!0,maxItems:1e3},due:{type:["string","null"],format:"day"},
changes:{type:["array","null"],items:{type:"string",maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},uniqueItems:!0,maxItems:1e3},title:{type:[
"string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},reason:{type:["string","null"],maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},points:{
type:["number","null"],minimum:0,maximum:1e6},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\
\\s:][^\\s]*$"},uniqueItems:!0,maxItems:1e3}},required:["project","status","author","created"],patternProperties:{"^x-":{}},additionalProperties:!1};
function P(n,{instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=P.evaluated;if(b.dynamicProps&&
(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.project===void 0||!a.call(n,"project"))&&(e=l(
e,i,"required",{missingProperty:"project"}),r++),(n.status===void 0||!a.call(n,"status"))&&(e=l(e,i,"required",{missingProperty:"status"}),r++),
(n.author===void 0||!a.call(n,"author"))&&(e=l(e,i,"required",{missingProperty:"author"}),r++),(n.created===void 0||!a.call(n,"created"))&&(e=
l(e,i,"required",{missingProperty:"created"}),r++);for(let t of Object.keys(n))a.call(k.properties,t)||w.test(t)||(e=l(e,i,"additionalProper\
ties",{additionalProperty:t}),r++);if(n.project!==void 0&&a.call(n,"project")){let t=n.project;typeof t=="string"?(t.length>150&&u(t)>150&&(e=
l(e,i+"/project","maxLength",{limit:150}),r++),re.test(t)||(e=l(e,i+"/project","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-\
]*)?$"}),r++)):(e=l(e,i+"/project","type",{type:"string"}),r++)}if(n.status!==void 0&&a.call(n,"status")){let t=n.status;t==="todo"||t==="in\
progress"||t==="review"||t==="merged"||t==="invalid"||(e=l(e,i+"/status","enum",{allowedValues:k.properties.status.enum}),r++)}if(n.branch!==
void 0&&a.call(n,"branch")){let t=n.branch;typeof t!="string"&&t!==null&&(e=l(e,i+"/branch","type",{type:k.properties.branch.type}),r++),typeof t==
"string"&&(t.length>100&&u(t)>100&&(e=l(e,i+"/branch","maxLength",{limit:100}),r++),t.length<1&&(e=l(e,i+"/branch","minLength",{limit:1}),r++),
B.test(t)||(e=l(e,i+"/branch","pattern",{pattern:"^[^\\s]+$"}),r++))}if(n.assignee!==void 0&&a.call(n,"assignee")){let t=n.assignee;typeof t!=
"string"&&t!==null&&(e=l(e,i+"/assignee","type",{type:k.properties.assignee.type}),r++),typeof t=="string"&&(t.length>100&&u(t)>100&&(e=l(e,
i+"/assignee","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/assignee","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}if(n.author!==
void 0&&a.call(n,"author")){let t=n.author;typeof t=="string"?(t.length>100&&u(t)>100&&(e=l(e,i+"/author","maxLength",{limit:100}),r++),q.test(
t)||(e=l(e,i+"/author","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/author","type",{type:"string"}),r++)}if(n.priority!==void 0&&
a.call(n,"priority")){let t=n.priority;t==="critical"||t==="high"||t==="medium"||t==="low"||t==="wishlist"||t===null||(e=l(e,i+"/priority","\
enum",{allowedValues:k.properties.priority.enum}),r++)}if(n.created!==void 0&&a.call(n,"created")){let t=n.created;typeof t=="string"?C(t)||
(e=l(e,i+"/created","format",{format:"instant"}),r++):(e=l(e,i+"/created","type",{type:"string"}),r++)}if(n.milestone!==void 0&&a.call(n,"mi\
lestone")){let t=n.milestone;typeof t!="string"&&t!==null&&(e=l(e,i+"/milestone","type",{type:k.properties.milestone.type}),r++),typeof t=="\
string"&&(t.length>100&&u(t)>100&&(e=l(e,i+"/milestone","maxLength",{limit:100}),r++),q.test(t)||(e=l(e,i+"/milestone","pattern",{pattern:"^\
[a-z0-9][a-z0-9._-]*$"}),r++))}if(n.depends_on!==void 0&&a.call(n,"depends_on")){let t=n.depends_on;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+
"/depends_on","type",{type:k.properties.depends_on.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/depends_on","maxItems",{limit:1e3}),
r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)||(e=l(e,i+"/depends_on/"+p,"type",{type:"\
integer"}),r++),typeof s=="number"&&isFinite(s)&&((s>99999999||isNaN(s))&&(e=l(e,i+"/depends_on/"+p,"maximum",{comparison:"<=",limit:99999999}),
r++),(s<1||isNaN(s))&&(e=l(e,i+"/depends_on/"+p,"minimum",{comparison:">=",limit:1}),r++))}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s)){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/depends_on","uniqueItems",{i:m,j:f}),r++;break}
p[s]=m}}}}}if(n.due!==void 0&&a.call(n,"due")){let t=n.due;typeof t!="string"&&t!==null&&(e=l(e,i+"/due","type",{type:k.properties.due.type}),
r++),typeof t=="string"&&(le(t)||(e=l(e,i+"/due","format",{format:"day"}),r++))}if(n.changes!==void 0&&a.call(n,"changes")){let t=n.changes;
if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/changes","type",{type:k.properties.changes.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"\
/changes","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>2e3&&u(s)>2e3&&(e=l(e,i+"\
/changes/"+p,"maxLength",{limit:2e3}),r++),S.test(s)||(e=l(e,i+"/changes/"+p,"pattern",{pattern:'^https?://[^\\s<>"]+$'}),r++)):(e=l(e,i+"/c\
hanges/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="numb\
er"){f=p[s],e=l(e,i+"/changes","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.title!==void 0&&a.call(n,"title")){let t=n.title;typeof t!=
"string"&&t!==null&&(e=l(e,i+"/title","type",{type:k.properties.title.type}),r++),typeof t=="string"&&(t.length>300&&u(t)>300&&(e=l(e,i+"/ti\
tle","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"\
^[^\\n]*$"}),r++))}if(n.reason!==void 0&&a.call(n,"reason")){let t=n.reason;typeof t!="string"&&t!==null&&(e=l(e,i+"/reason","type",{type:k.
properties.reason.type}),r++),typeof t=="string"&&(t.length>40&&u(t)>40&&(e=l(e,i+"/reason","maxLength",{limit:40}),r++),pe.test(t)||(e=l(e,
i+"/reason","pattern",{pattern:"^[a-z][a-z0-9-]*$"}),r++))}if(n.points!==void 0&&a.call(n,"points")){let t=n.points;!(typeof t=="number"&&isFinite(
t))&&t!==null&&(e=l(e,i+"/points","type",{type:k.properties.points.type}),r++),typeof t=="number"&&isFinite(t)&&((t>1e6||isNaN(t))&&(e=l(e,i+
"/points","maximum",{comparison:"<=",limit:1e6}),r++),(t<0||isNaN(t))&&(e=l(e,i+"/points","minimum",{comparison:">=",limit:0}),r++))}if(n.aliases!==
void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:k.properties.aliases.type}),r++),
Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="s\
tring"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"maxLength",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^\
[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];
if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}}else e=l(e,i,"type",
{type:"object"}),r++;return P.errors=e,r===0}P.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var tt=ee,ue={$schema:"https://json-sche\
ma.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/team.schema.json",type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},aliases:{type:["array","null"],items:{type:"string",maxLength:200,pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"},
uniqueItems:!0,maxItems:1e3},members:{type:["array","null"],items:{type:"string",maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},uniqueItems:!0,
maxItems:1e3},archived:{type:["boolean","null"]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1};function ee(n,{instancePath:i="",
parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=ee.evaluated;if(b.dynamicProps&&(b.props=void 0),b.
dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"required",{missingProperty:"\
title"}),r++);for(let t of Object.keys(n))t==="title"||t==="aliases"||t==="members"||t==="archived"||w.test(t)||(e=l(e,i,"additionalProperti\
es",{additionalProperty:t}),r++);if(n.title!==void 0&&a.call(n,"title")){let t=n.title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+
"/title","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"\
^[^\\n]*$"}),r++)):(e=l(e,i+"/title","type",{type:"string"}),r++)}if(n.aliases!==void 0&&a.call(n,"aliases")){let t=n.aliases;if(!Array.isArray(
t)&&t!==null&&(e=l(e,i+"/aliases","type",{type:ue.properties.aliases.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/aliases","maxIte\
ms",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>200&&u(s)>200&&(e=l(e,i+"/aliases/"+p,"max\
Length",{limit:200}),r++),D.test(s)||(e=l(e,i+"/aliases/"+p,"pattern",{pattern:"^[a-z][a-z0-9-]*:[^\\s:][^\\s]*$"}),r++)):(e=l(e,i+"/aliases\
/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=
p[s],e=l(e,i+"/aliases","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.members!==void 0&&a.call(n,"members")){let t=n.members;if(!Array.
isArray(t)&&t!==null&&(e=l(e,i+"/members","type",{type:ue.properties.members.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/members",
"maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>100&&u(s)>100&&(e=l(e,i+"/members/"+
p,"maxLength",{limit:100}),r++),q.test(s)||(e=l(e,i+"/members/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++)):(e=l(e,i+"/members/"+p,
"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){f=p[s],
e=l(e,i+"/members","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.archived!==void 0&&a.call(n,"archived")){let t=n.archived;typeof t!="b\
oolean"&&t!==null&&(e=l(e,i+"/archived","type",{type:ue.properties.archived.type}),r++)}}else e=l(e,i,"type",{type:"object"}),r++;return ee.
errors=e,r===0}ee.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var it=te,M={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"\
https://storytree.dev/schema/1/template.schema.json",type:"object",properties:{title:{type:"string",minLength:1,maxLength:300,pattern:"^[^\\n\
]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},type:{type:["string","null"],maxLength:40,pattern:"\
^[a-z][a-z0-9-]*$"},triage:{enum:["new","incomplete","confirmed","triaged","rejected",null]},tags:{type:["array","null"],items:{type:"string",
maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},uniqueItems:!0,maxItems:1e3},projects:{type:["arr\
ay","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"},uniqueItems:!0,maxItems:1e3},priority:{
enum:["critical","high","medium","low","wishlist",null]}},required:["title"],patternProperties:{"^x-":{}},additionalProperties:!1};function te(n,{
instancePath:i="",parentData:x,parentDataProperty:A,rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=te.evaluated;if(b.dynamicProps&&(b.
props=void 0),b.dynamicItems&&(b.items=void 0),n&&typeof n=="object"&&!Array.isArray(n)){(n.title===void 0||!a.call(n,"title"))&&(e=l(e,i,"r\
equired",{missingProperty:"title"}),r++);for(let t of Object.keys(n))t==="title"||t==="description"||t==="type"||t==="triage"||t==="tags"||t===
"projects"||t==="priority"||w.test(t)||(e=l(e,i,"additionalProperties",{additionalProperty:t}),r++);if(n.title!==void 0&&a.call(n,"title")){
let t=n.title;typeof t=="string"?(t.length>300&&u(t)>300&&(e=l(e,i+"/title","maxLength",{limit:300}),r++),t.length<1&&(e=l(e,i+"/title","min\
Length",{limit:1}),r++),v.test(t)||(e=l(e,i+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/title","type",{type:"string"}),r++)}if(n.
description!==void 0&&a.call(n,"description")){let t=n.description;typeof t!="string"&&t!==null&&(e=l(e,i+"/description","type",{type:M.properties.
description.type}),r++),typeof t=="string"&&(t.length>300&&u(t)>300&&(e=l(e,i+"/description","maxLength",{limit:300}),r++),t.length<1&&(e=l(
e,i+"/description","minLength",{limit:1}),r++),v.test(t)||(e=l(e,i+"/description","pattern",{pattern:"^[^\\n]*$"}),r++))}if(n.type!==void 0&&
a.call(n,"type")){let t=n.type;typeof t!="string"&&t!==null&&(e=l(e,i+"/type","type",{type:M.properties.type.type}),r++),typeof t=="string"&&
(t.length>40&&u(t)>40&&(e=l(e,i+"/type","maxLength",{limit:40}),r++),pe.test(t)||(e=l(e,i+"/type","pattern",{pattern:"^[a-z][a-z0-9-]*$"}),r++))}
if(n.triage!==void 0&&a.call(n,"triage")){let t=n.triage;t==="new"||t==="incomplete"||t==="confirmed"||t==="triaged"||t==="rejected"||t===null||
(e=l(e,i+"/triage","enum",{allowedValues:M.properties.triage.enum}),r++)}if(n.tags!==void 0&&a.call(n,"tags")){let t=n.tags;if(!Array.isArray(
t)&&t!==null&&(e=l(e,i+"/tags","type",{type:M.properties.tags.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/tags","maxItems",{limit:1e3}),
r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>60&&u(s)>60&&(e=l(e,i+"/tags/"+p,"maxLength",{limit:60}),r++),
de.test(s)||(e=l(e,i+"/tags/"+p,"pattern",{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"}),r++)):(e=l(e,i+"/t\
ags/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]=="number"){
f=p[s],e=l(e,i+"/tags","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.projects!==void 0&&a.call(n,"projects")){let t=n.projects;if(!Array.
isArray(t)&&t!==null&&(e=l(e,i+"/projects","type",{type:M.properties.projects.type}),r++),Array.isArray(t)){t.length>1e3&&(e=l(e,i+"/project\
s","maxItems",{limit:1e3}),r++);let c=t.length;for(let p=0;p<c;p++){let s=t[p];typeof s=="string"?(s.length>150&&u(s)>150&&(e=l(e,i+"/projec\
ts/"+p,"maxLength",{limit:150}),r++),re.test(s)||(e=l(e,i+"/projects/"+p,"pattern",{pattern:"^[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?$"}),
r++)):(e=l(e,i+"/projects/"+p,"type",{type:"string"}),r++)}let m=t.length,f;if(m>1){let p={};for(;m--;){let s=t[m];if(typeof s=="string"){if(typeof p[s]==
"number"){f=p[s],e=l(e,i+"/projects","uniqueItems",{i:m,j:f}),r++;break}p[s]=m}}}}}if(n.priority!==void 0&&a.call(n,"priority")){let t=n.priority;
t==="critical"||t==="high"||t==="medium"||t==="low"||t==="wishlist"||t===null||(e=l(e,i+"/priority","enum",{allowedValues:M.properties.priority.
enum}),r++)}}else e=l(e,i,"type",{type:"object"}),r++;return te.errors=e,r===0}te.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var rt=ie,
j={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"https://storytree.dev/schema/1/tracker.schema.json",type:"object",properties:{
format:{const:1},name:{type:"string",minLength:1,maxLength:100,pattern:"^[^\\n]*$"},url:{type:["string","null"],maxLength:2e3,pattern:'^http\
s?://[^\\s<>"]+$'},visibility:{enum:["public","restricted"]},team:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"},review:{
type:["object","null"],properties:{host:{enum:["gerrit","github","gitlab","gitea","plain"]},url:{type:["string","null"],maxLength:2e3,pattern:'\
^https?://[^\\s<>"]+$'},remote:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"},branch:{type:["string","null"],
maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._/-]*$"},topic:{type:["string","null"],maxLength:100,pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"},mail:{
type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}},required:["host"],additionalProperties:!1},types:{type:["object",
"null"],propertyNames:{maxLength:40,pattern:"^[a-z][a-z0-9-]*$"},additionalProperties:{type:"object",properties:{title:{type:"string",minLength:1,
maxLength:300,pattern:"^[^\\n]*$"},description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["title"],additionalProperties:!1},
maxProperties:50},tags:{type:["object","null"],propertyNames:{maxLength:60,pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]\
*$"},additionalProperties:{type:"object",properties:{description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},reserved:{
type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],additionalProperties:!1},maxProperties:1e3},fields:{type:[
"object","null"],propertyNames:{maxLength:40,pattern:"^[a-z][a-z0-9_]*$"},additionalProperties:{type:"object",properties:{on:{type:"array",items:{
enum:["story","task"]},uniqueItems:!0,maxItems:1e3,minItems:1},title:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},
description:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"},schema:{type:"object",properties:{type:{enum:["string","i\
nteger","number","boolean","array"]},enum:{type:"array",items:{type:["string","integer","number"]},minItems:1,maxItems:200},minimum:{type:"n\
umber"},maximum:{type:"number"},minLength:{type:"integer",minimum:0,maximum:1e4},maxLength:{type:"integer",minimum:0,maximum:1e4},maxItems:{
type:"integer",minimum:0,maximum:1e3},pattern:{type:"string",maxLength:200},format:{enum:["day","instant","url"]},items:{type:"object",properties:{
type:{enum:["string","integer","number","boolean"]},enum:{type:"array",items:{type:["string","integer","number"]},minItems:1,maxItems:200},minimum:{
type:"number"},maximum:{type:"number"},maxLength:{type:"integer",minimum:0,maximum:1e4}},required:["type"],additionalProperties:!1}},required:[
"type"],additionalProperties:!1}},required:["on","schema"],additionalProperties:!1},maxProperties:50},policy:{type:["array","null"],items:{type:"\
object",properties:{kind:{type:["string","array","null"],items:{type:"string",pattern:"^[a-z*]+$"}},fields:{type:["array","null"],items:{type:"\
string",maxLength:60,pattern:"^(\\+|-|\\*|[a-z][a-z0-9_-]*)$"},uniqueItems:!0,maxItems:1e3},from:{type:["array","null"],items:{type:["string",
"number","boolean"],maxLength:300},uniqueItems:!0,maxItems:1e3},to:{type:["array","null"],items:{type:["string","number","boolean"],maxLength:300},
uniqueItems:!0,maxItems:1e3},projects:{type:["array","null"],items:{type:"string",maxLength:150,pattern:"^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$"},
uniqueItems:!0,maxItems:1e3},by:{type:["string","null"],maxLength:110,pattern:"^(anyone|assignee|author|self|maintainer|team:[a-z0-9][a-z0-9\
._-]*)$"},approval:{enum:["auto","review","deny"]},reviewers:{type:["string","null"],maxLength:110,pattern:"^(maintainers|team:[a-z0-9][a-z0\
-9._-]*)$"},reason:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:["approval"],additionalProperties:!1},uniqueItems:!1,
maxItems:1e3},intake:{type:["object","null"],properties:{address:{type:["string","null"],maxLength:254,pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'},
author:{type:["string","null"],maxLength:100,pattern:"^[a-z0-9][a-z0-9._-]*$"}},required:[],additionalProperties:!1},public:{type:["string",
"null"],maxLength:2e3,pattern:'^https?://[^\\s<>"]+$'},restricted:{type:["string","null"],minLength:1,maxLength:300,pattern:"^[^\\n]*$"}},required:[
"format","name","visibility"],patternProperties:{"^x-":{}},additionalProperties:!1},qe=new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]*$","u"),lt=new RegExp(
"^[A-Za-z0-9][A-Za-z0-9._/-]*$","u"),pt=new RegExp("^[a-z][a-z0-9_]*$","u"),st=new RegExp("^[a-z*]+$","u"),nt=new RegExp("^(\\+|-|\\*|[a-z][a-\
z0-9_-]*)$","u"),ot=new RegExp("^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$","u"),ft=new RegExp("^(anyone|assignee|author|self|maintainer|team:[a-z0-9\
][a-z0-9._-]*)$","u"),at=new RegExp("^(maintainers|team:[a-z0-9][a-z0-9._-]*)$","u");function ie(n,{instancePath:i="",parentData:x,parentDataProperty:A,
rootData:$=n,dynamicAnchors:_={}}={}){let e=null,r=0,b=ie.evaluated;if(b.dynamicProps&&(b.props=void 0),b.dynamicItems&&(b.items=void 0),n&&
typeof n=="object"&&!Array.isArray(n)){(n.format===void 0||!a.call(n,"format"))&&(e=l(e,i,"required",{missingProperty:"format"}),r++),(n.name===
void 0||!a.call(n,"name"))&&(e=l(e,i,"required",{missingProperty:"name"}),r++),(n.visibility===void 0||!a.call(n,"visibility"))&&(e=l(e,i,"r\
equired",{missingProperty:"visibility"}),r++);for(let f of Object.keys(n))a.call(j.properties,f)||w.test(f)||(e=l(e,i,"additionalProperties",
{additionalProperty:f}),r++);if(n.format!==void 0&&a.call(n,"format")&&n.format!==1&&(e=l(e,i+"/format","const",{allowedValue:1}),r++),n.name!==
void 0&&a.call(n,"name")){let f=n.name;typeof f=="string"?(f.length>100&&u(f)>100&&(e=l(e,i+"/name","maxLength",{limit:100}),r++),f.length<1&&
(e=l(e,i+"/name","minLength",{limit:1}),r++),v.test(f)||(e=l(e,i+"/name","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/name","type",{type:"\
string"}),r++)}if(n.url!==void 0&&a.call(n,"url")){let f=n.url;typeof f!="string"&&f!==null&&(e=l(e,i+"/url","type",{type:j.properties.url.type}),
r++),typeof f=="string"&&(f.length>2e3&&u(f)>2e3&&(e=l(e,i+"/url","maxLength",{limit:2e3}),r++),S.test(f)||(e=l(e,i+"/url","pattern",{pattern:'\
^https?://[^\\s<>"]+$'}),r++))}if(n.visibility!==void 0&&a.call(n,"visibility")){let f=n.visibility;f==="public"||f==="restricted"||(e=l(e,i+
"/visibility","enum",{allowedValues:j.properties.visibility.enum}),r++)}if(n.team!==void 0&&a.call(n,"team")){let f=n.team;typeof f!="string"&&
f!==null&&(e=l(e,i+"/team","type",{type:j.properties.team.type}),r++),typeof f=="string"&&(f.length>100&&u(f)>100&&(e=l(e,i+"/team","maxLeng\
th",{limit:100}),r++),q.test(f)||(e=l(e,i+"/team","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}if(n.review!==void 0&&a.call(n,"review")){
let f=n.review;if(!(f&&typeof f=="object"&&!Array.isArray(f))&&f!==null&&(e=l(e,i+"/review","type",{type:j.properties.review.type}),r++),f&&
typeof f=="object"&&!Array.isArray(f)){(f.host===void 0||!a.call(f,"host"))&&(e=l(e,i+"/review","required",{missingProperty:"host"}),r++);for(let p of Object.
keys(f))p==="host"||p==="url"||p==="remote"||p==="branch"||p==="topic"||p==="mail"||(e=l(e,i+"/review","additionalProperties",{additionalProperty:p}),
r++);if(f.host!==void 0&&a.call(f,"host")){let p=f.host;p==="gerrit"||p==="github"||p==="gitlab"||p==="gitea"||p==="plain"||(e=l(e,i+"/revie\
w/host","enum",{allowedValues:j.properties.review.properties.host.enum}),r++)}if(f.url!==void 0&&a.call(f,"url")){let p=f.url;typeof p!="str\
ing"&&p!==null&&(e=l(e,i+"/review/url","type",{type:j.properties.review.properties.url.type}),r++),typeof p=="string"&&(p.length>2e3&&u(p)>2e3&&
(e=l(e,i+"/review/url","maxLength",{limit:2e3}),r++),S.test(p)||(e=l(e,i+"/review/url","pattern",{pattern:'^https?://[^\\s<>"]+$'}),r++))}if(f.
remote!==void 0&&a.call(f,"remote")){let p=f.remote;typeof p!="string"&&p!==null&&(e=l(e,i+"/review/remote","type",{type:j.properties.review.
properties.remote.type}),r++),typeof p=="string"&&(p.length>100&&u(p)>100&&(e=l(e,i+"/review/remote","maxLength",{limit:100}),r++),qe.test(p)||
(e=l(e,i+"/review/remote","pattern",{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}),r++))}if(f.branch!==void 0&&a.call(f,"branch")){let p=f.branch;
typeof p!="string"&&p!==null&&(e=l(e,i+"/review/branch","type",{type:j.properties.review.properties.branch.type}),r++),typeof p=="string"&&(p.
length>100&&u(p)>100&&(e=l(e,i+"/review/branch","maxLength",{limit:100}),r++),lt.test(p)||(e=l(e,i+"/review/branch","pattern",{pattern:"^[A-\
Za-z0-9][A-Za-z0-9._/-]*$"}),r++))}if(f.topic!==void 0&&a.call(f,"topic")){let p=f.topic;typeof p!="string"&&p!==null&&(e=l(e,i+"/review/top\
ic","type",{type:j.properties.review.properties.topic.type}),r++),typeof p=="string"&&(p.length>100&&u(p)>100&&(e=l(e,i+"/review/topic","max\
Length",{limit:100}),r++),qe.test(p)||(e=l(e,i+"/review/topic","pattern",{pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$"}),r++))}if(f.mail!==void 0&&
a.call(f,"mail")){let p=f.mail;typeof p!="string"&&p!==null&&(e=l(e,i+"/review/mail","type",{type:j.properties.review.properties.mail.type}),
r++),typeof p=="string"&&(p.length>254&&u(p)>254&&(e=l(e,i+"/review/mail","maxLength",{limit:254}),r++),ge.test(p)||(e=l(e,i+"/review/mail",
"pattern",{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}),r++))}}}if(n.types!==void 0&&a.call(n,"types")){let f=n.types;if(!(f&&typeof f=="object"&&!Array.
isArray(f))&&f!==null&&(e=l(e,i+"/types","type",{type:j.properties.types.type}),r++),f&&typeof f=="object"&&!Array.isArray(f)){Object.keys(f).
length>50&&(e=l(e,i+"/types","maxProperties",{limit:50}),r++);for(let p of Object.keys(f)){let s=r;if(typeof p=="string"){if(u(p)>40){let o={
instancePath:i+"/types",schemaPath:"#/properties/types/propertyNames/maxLength",keyword:"maxLength",params:{limit:40},propertyName:p};e===null?
e=[o]:e.push(o),r++}if(!pe.test(p)){let o={instancePath:i+"/types",schemaPath:"#/properties/types/propertyNames/pattern",keyword:"pattern",params:{
pattern:"^[a-z][a-z0-9-]*$"},propertyName:p};e===null?e=[o]:e.push(o),r++}}var t=s===r;t||(e=l(e,i+"/types","propertyNames",{propertyName:p}),
r++)}for(let p of Object.keys(f)){let s=f[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.title===void 0||!a.call(s,"title"))&&(e=l(e,i+"\
/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"required",{missingProperty:"title"}),r++);for(let o of Object.keys(s))o==="title"||o==="d\
escription"||(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"additionalProperties",{additionalProperty:o}),r++);if(s.title!==void 0&&
a.call(s,"title")){let o=s.title;typeof o=="string"?(o.length>300&&u(o)>300&&(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/t\
itle","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","minLength",{limit:1}),
r++),v.test(o)||(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","pattern",{pattern:"^[^\\n]*$"}),r++)):(e=l(e,i+"/types\
/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","type",{type:"string"}),r++)}if(s.description!==void 0&&a.call(s,"description")){let o=s.
description;typeof o!="string"&&o!==null&&(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","type",{type:j.properties.
types.additionalProperties.properties.description.type}),r++),typeof o=="string"&&(o.length>300&&u(o)>300&&(e=l(e,i+"/types/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/description","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/description","minLength",{limit:1}),r++),v.test(o)||(e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","pattern",{
pattern:"^[^\\n]*$"}),r++))}}else e=l(e,i+"/types/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"type",{type:"object"}),r++}}}if(n.tags!==void 0&&
a.call(n,"tags")){let f=n.tags;if(!(f&&typeof f=="object"&&!Array.isArray(f))&&f!==null&&(e=l(e,i+"/tags","type",{type:j.properties.tags.type}),
r++),f&&typeof f=="object"&&!Array.isArray(f)){Object.keys(f).length>1e3&&(e=l(e,i+"/tags","maxProperties",{limit:1e3}),r++);for(let p of Object.
keys(f)){let s=r;if(typeof p=="string"){if(u(p)>60){let o={instancePath:i+"/tags",schemaPath:"#/properties/tags/propertyNames/maxLength",keyword:"\
maxLength",params:{limit:60},propertyName:p};e===null?e=[o]:e.push(o),r++}if(!de.test(p)){let o={instancePath:i+"/tags",schemaPath:"#/proper\
ties/tags/propertyNames/pattern",keyword:"pattern",params:{pattern:"^[\\p{Ll}\\p{Lo}\\p{N}][\\p{Ll}\\p{Lo}\\p{Lm}\\p{M}\\p{N}._+/:-]*$"},propertyName:p};
e===null?e=[o]:e.push(o),r++}}var c=s===r;c||(e=l(e,i+"/tags","propertyNames",{propertyName:p}),r++)}for(let p of Object.keys(f)){let s=f[p];
if(s&&typeof s=="object"&&!Array.isArray(s)){for(let o of Object.keys(s))o==="description"||o==="reserved"||(e=l(e,i+"/tags/"+p.replace(/~/g,
"~0").replace(/\//g,"~1"),"additionalProperties",{additionalProperty:o}),r++);if(s.description!==void 0&&a.call(s,"description")){let o=s.description;
typeof o!="string"&&o!==null&&(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","type",{type:j.properties.tags.additionalProperties.
properties.description.type}),r++),typeof o=="string"&&(o.length>300&&u(o)>300&&(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/description","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","minLength",
{limit:1}),r++),v.test(o)||(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","pattern",{pattern:"^[^\\n]*$"}),r++))}
if(s.reserved!==void 0&&a.call(s,"reserved")){let o=s.reserved;typeof o!="string"&&o!==null&&(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/reserved","type",{type:j.properties.tags.additionalProperties.properties.reserved.type}),r++),typeof o=="string"&&(o.length>100&&
u(o)>100&&(e=l(e,i+"/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/reserved","maxLength",{limit:100}),r++),q.test(o)||(e=l(e,i+"/tags/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/reserved","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}}else e=l(e,i+"/tags/"+p.replace(/~/g,
"~0").replace(/\//g,"~1"),"type",{type:"object"}),r++}}}if(n.fields!==void 0&&a.call(n,"fields")){let f=n.fields;if(!(f&&typeof f=="object"&&
!Array.isArray(f))&&f!==null&&(e=l(e,i+"/fields","type",{type:j.properties.fields.type}),r++),f&&typeof f=="object"&&!Array.isArray(f)){Object.
keys(f).length>50&&(e=l(e,i+"/fields","maxProperties",{limit:50}),r++);for(let p of Object.keys(f)){let s=r;if(typeof p=="string"){if(u(p)>40){
let o={instancePath:i+"/fields",schemaPath:"#/properties/fields/propertyNames/maxLength",keyword:"maxLength",params:{limit:40},propertyName:p};
e===null?e=[o]:e.push(o),r++}if(!pt.test(p)){let o={instancePath:i+"/fields",schemaPath:"#/properties/fields/propertyNames/pattern",keyword:"\
pattern",params:{pattern:"^[a-z][a-z0-9_]*$"},propertyName:p};e===null?e=[o]:e.push(o),r++}}var m=s===r;m||(e=l(e,i+"/fields","propertyNames",
{propertyName:p}),r++)}for(let p of Object.keys(f)){let s=f[p];if(s&&typeof s=="object"&&!Array.isArray(s)){(s.on===void 0||!a.call(s,"on"))&&
(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"required",{missingProperty:"on"}),r++),(s.schema===void 0||!a.call(s,"schema"))&&
(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"required",{missingProperty:"schema"}),r++);for(let o of Object.keys(s))o==="on"||
o==="title"||o==="description"||o==="schema"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),"additionalProperties",{additionalProperty:o}),
r++);if(s.on!==void 0&&a.call(s,"on")){let o=s.on;if(Array.isArray(o)){o.length>1e3&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/on","maxItems",{limit:1e3}),r++),o.length<1&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/on","minItems",{limit:1}),
r++);let y=o.length;for(let z=0;z<y;z++){let g=o[z];g==="story"||g==="task"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
on/"+z,"enum",{allowedValues:j.properties.fields.additionalProperties.properties.on.items.enum}),r++)}let d=o.length,L;if(d>1){e:for(;d--;)for(L=
d;L--;)if(Z(o[d],o[L])){e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/on","uniqueItems",{i:d,j:L}),r++;break e}}}else e=l(e,
i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/on","type",{type:"array"}),r++}if(s.title!==void 0&&a.call(s,"title")){let o=s.title;
typeof o!="string"&&o!==null&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","type",{type:j.properties.fields.additionalProperties.
properties.title.type}),r++),typeof o=="string"&&(o.length>300&&u(o)>300&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/tit\
le","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","minLength",{limit:1}),r++),
v.test(o)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/title","pattern",{pattern:"^[^\\n]*$"}),r++))}if(s.description!==void 0&&
a.call(s,"description")){let o=s.description;typeof o!="string"&&o!==null&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/de\
scription","type",{type:j.properties.fields.additionalProperties.properties.description.type}),r++),typeof o=="string"&&(o.length>300&&u(o)>
300&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","maxLength",{limit:300}),r++),o.length<1&&(e=l(e,i+"/fields\
/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/description","minLength",{limit:1}),r++),v.test(o)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/description","pattern",{pattern:"^[^\\n]*$"}),r++))}if(s.schema!==void 0&&a.call(s,"schema")){let o=s.schema;if(o&&typeof o=="\
object"&&!Array.isArray(o)){(o.type===void 0||!a.call(o,"type"))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema","re\
quired",{missingProperty:"type"}),r++);for(let y of Object.keys(o))a.call(j.properties.fields.additionalProperties.properties.schema.properties,
y)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema","additionalProperties",{additionalProperty:y}),r++);if(o.type!==void 0&&
a.call(o,"type")){let y=o.type;y==="string"||y==="integer"||y==="number"||y==="boolean"||y==="array"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/schema/type","enum",{allowedValues:j.properties.fields.additionalProperties.properties.schema.properties.type.enum}),r++)}
if(o.enum!==void 0&&a.call(o,"enum")){let y=o.enum;if(Array.isArray(y)){y.length>200&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/schema/enum","maxItems",{limit:200}),r++),y.length<1&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum","m\
inItems",{limit:1}),r++);let d=y.length;for(let L=0;L<d;L++){let z=y[L];typeof z!="string"&&!(typeof z=="number"&&isFinite(z))&&(e=l(e,i+"/f\
ields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum/"+L,"type",{type:j.properties.fields.additionalProperties.properties.schema.properties.
enum.items.type}),r++)}}else e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/enum","type",{type:"array"}),r++}if(o.minimum!==
void 0&&a.call(o,"minimum")){let y=o.minimum;typeof y=="number"&&isFinite(y)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/schema/minimum","type",{type:"number"}),r++)}if(o.maximum!==void 0&&a.call(o,"maximum")){let y=o.maximum;typeof y=="number"&&isFinite(y)||(e=
l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maximum","type",{type:"number"}),r++)}if(o.minLength!==void 0&&a.call(o,"\
minLength")){let y=o.minLength;typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/schema/minLength","type",{type:"integer"}),r++),typeof y=="number"&&isFinite(y)&&((y>1e4||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/schema/minLength","maximum",{comparison:"<=",limit:1e4}),r++),(y<0||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/schema/minLength","minimum",{comparison:">=",limit:0}),r++))}if(o.maxLength!==void 0&&a.call(o,"maxLength")){let y=o.
maxLength;typeof y=="number"&&!(y%1)&&!isNaN(y)&&isFinite(y)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxLengt\
h","type",{type:"integer"}),r++),typeof y=="number"&&isFinite(y)&&((y>1e4||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/schema/maxLength","maximum",{comparison:"<=",limit:1e4}),r++),(y<0||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/schema/maxLength","minimum",{comparison:">=",limit:0}),r++))}if(o.maxItems!==void 0&&a.call(o,"maxItems")){let y=o.maxItems;typeof y==
"number"&&!(y%1)&&!isNaN(y)&&isFinite(y)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxItems","type",{type:"inte\
ger"}),r++),typeof y=="number"&&isFinite(y)&&((y>1e3||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxIt\
ems","maximum",{comparison:"<=",limit:1e3}),r++),(y<0||isNaN(y))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/maxI\
tems","minimum",{comparison:">=",limit:0}),r++))}if(o.pattern!==void 0&&a.call(o,"pattern")){let y=o.pattern;typeof y=="string"?y.length>200&&
u(y)>200&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern","maxLength",{limit:200}),r++):(e=l(e,i+"/fields/"+p.
replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/pattern","type",{type:"string"}),r++)}if(o.format!==void 0&&a.call(o,"format")){let y=o.format;
y==="day"||y==="instant"||y==="url"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/format","enum",{allowedValues:j.properties.
fields.additionalProperties.properties.schema.properties.format.enum}),r++)}if(o.items!==void 0&&a.call(o,"items")){let y=o.items;if(y&&typeof y==
"object"&&!Array.isArray(y)){(y.type===void 0||!a.call(y,"type"))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/ite\
ms","required",{missingProperty:"type"}),r++);for(let d of Object.keys(y))d==="type"||d==="enum"||d==="minimum"||d==="maximum"||d==="maxLeng\
th"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items","additionalProperties",{additionalProperty:d}),r++);if(y.type!==
void 0&&a.call(y,"type")){let d=y.type;d==="string"||d==="integer"||d==="number"||d==="boolean"||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/schema/items/type","enum",{allowedValues:j.properties.fields.additionalProperties.properties.schema.properties.items.properties.
type.enum}),r++)}if(y.enum!==void 0&&a.call(y,"enum")){let d=y.enum;if(Array.isArray(d)){d.length>200&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/schema/items/enum","maxItems",{limit:200}),r++),d.length<1&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/schema/items/enum","minItems",{limit:1}),r++);let L=d.length;for(let z=0;z<L;z++){let g=d[z];typeof g!="string"&&!(typeof g=="number"&&
isFinite(g))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/enum/"+z,"type",{type:j.properties.fields.additionalProperties.
properties.schema.properties.items.properties.enum.items.type}),r++)}}else e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/sch\
ema/items/enum","type",{type:"array"}),r++}if(y.minimum!==void 0&&a.call(y,"minimum")){let d=y.minimum;typeof d=="number"&&isFinite(d)||(e=l(
e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/minimum","type",{type:"number"}),r++)}if(y.maximum!==void 0&&a.call(y,
"maximum")){let d=y.maximum;typeof d=="number"&&isFinite(d)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/max\
imum","type",{type:"number"}),r++)}if(y.maxLength!==void 0&&a.call(y,"maxLength")){let d=y.maxLength;typeof d=="number"&&!(d%1)&&!isNaN(d)&&
isFinite(d)||(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength","type",{type:"integer"}),r++),typeof d==
"number"&&isFinite(d)&&((d>1e4||isNaN(d))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength","maximum",
{comparison:"<=",limit:1e4}),r++),(d<0||isNaN(d))&&(e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items/maxLength","m\
inimum",{comparison:">=",limit:0}),r++))}}else e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema/items","type",{type:"obj\
ect"}),r++}}else e=l(e,i+"/fields/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/schema","type",{type:"object"}),r++}}else e=l(e,i+"/fields/"+
p.replace(/~/g,"~0").replace(/\//g,"~1"),"type",{type:"object"}),r++}}}if(n.policy!==void 0&&a.call(n,"policy")){let f=n.policy;if(!Array.isArray(
f)&&f!==null&&(e=l(e,i+"/policy","type",{type:j.properties.policy.type}),r++),Array.isArray(f)){f.length>1e3&&(e=l(e,i+"/policy","maxItems",
{limit:1e3}),r++);let p=f.length;for(let s=0;s<p;s++){let o=f[s];if(o&&typeof o=="object"&&!Array.isArray(o)){(o.approval===void 0||!a.call(
o,"approval"))&&(e=l(e,i+"/policy/"+s,"required",{missingProperty:"approval"}),r++);for(let y of Object.keys(o))a.call(j.properties.policy.items.
properties,y)||(e=l(e,i+"/policy/"+s,"additionalProperties",{additionalProperty:y}),r++);if(o.kind!==void 0&&a.call(o,"kind")){let y=o.kind;
if(typeof y!="string"&&!Array.isArray(y)&&y!==null&&(e=l(e,i+"/policy/"+s+"/kind","type",{type:j.properties.policy.items.properties.kind.type}),
r++),Array.isArray(y)){let d=y.length;for(let L=0;L<d;L++){let z=y[L];typeof z=="string"?st.test(z)||(e=l(e,i+"/policy/"+s+"/kind/"+L,"patte\
rn",{pattern:"^[a-z*]+$"}),r++):(e=l(e,i+"/policy/"+s+"/kind/"+L,"type",{type:"string"}),r++)}}}if(o.fields!==void 0&&a.call(o,"fields")){let y=o.
fields;if(!Array.isArray(y)&&y!==null&&(e=l(e,i+"/policy/"+s+"/fields","type",{type:j.properties.policy.items.properties.fields.type}),r++),
Array.isArray(y)){y.length>1e3&&(e=l(e,i+"/policy/"+s+"/fields","maxItems",{limit:1e3}),r++);let d=y.length;for(let g=0;g<d;g++){let h=y[g];
typeof h=="string"?(h.length>60&&u(h)>60&&(e=l(e,i+"/policy/"+s+"/fields/"+g,"maxLength",{limit:60}),r++),nt.test(h)||(e=l(e,i+"/policy/"+s+
"/fields/"+g,"pattern",{pattern:"^(\\+|-|\\*|[a-z][a-z0-9_-]*)$"}),r++)):(e=l(e,i+"/policy/"+s+"/fields/"+g,"type",{type:"string"}),r++)}let L=y.
length,z;if(L>1){let g={};for(;L--;){let h=y[L];if(typeof h=="string"){if(typeof g[h]=="number"){z=g[h],e=l(e,i+"/policy/"+s+"/fields","uniq\
ueItems",{i:L,j:z}),r++;break}g[h]=L}}}}}if(o.from!==void 0&&a.call(o,"from")){let y=o.from;if(!Array.isArray(y)&&y!==null&&(e=l(e,i+"/polic\
y/"+s+"/from","type",{type:j.properties.policy.items.properties.from.type}),r++),Array.isArray(y)){y.length>1e3&&(e=l(e,i+"/policy/"+s+"/fro\
m","maxItems",{limit:1e3}),r++);let d=y.length;for(let g=0;g<d;g++){let h=y[g];typeof h!="string"&&!(typeof h=="number"&&isFinite(h))&&typeof h!=
"boolean"&&(e=l(e,i+"/policy/"+s+"/from/"+g,"type",{type:j.properties.policy.items.properties.from.items.type}),r++),typeof h=="string"&&h.length>
300&&u(h)>300&&(e=l(e,i+"/policy/"+s+"/from/"+g,"maxLength",{limit:300}),r++)}let L=y.length,z;if(L>1){let g={};for(;L--;){let h=y[L];if(!(typeof h!=
"string"&&!(typeof h=="number"&&isFinite(h))&&typeof h!="boolean")){if(typeof h=="string"&&(h+="_"),typeof g[h]=="number"){z=g[h],e=l(e,i+"/\
policy/"+s+"/from","uniqueItems",{i:L,j:z}),r++;break}g[h]=L}}}}}if(o.to!==void 0&&a.call(o,"to")){let y=o.to;if(!Array.isArray(y)&&y!==null&&
(e=l(e,i+"/policy/"+s+"/to","type",{type:j.properties.policy.items.properties.to.type}),r++),Array.isArray(y)){y.length>1e3&&(e=l(e,i+"/poli\
cy/"+s+"/to","maxItems",{limit:1e3}),r++);let d=y.length;for(let g=0;g<d;g++){let h=y[g];typeof h!="string"&&!(typeof h=="number"&&isFinite(
h))&&typeof h!="boolean"&&(e=l(e,i+"/policy/"+s+"/to/"+g,"type",{type:j.properties.policy.items.properties.to.items.type}),r++),typeof h=="s\
tring"&&h.length>300&&u(h)>300&&(e=l(e,i+"/policy/"+s+"/to/"+g,"maxLength",{limit:300}),r++)}let L=y.length,z;if(L>1){let g={};for(;L--;){let h=y[L];
if(!(typeof h!="string"&&!(typeof h=="number"&&isFinite(h))&&typeof h!="boolean")){if(typeof h=="string"&&(h+="_"),typeof g[h]=="number"){z=
g[h],e=l(e,i+"/policy/"+s+"/to","uniqueItems",{i:L,j:z}),r++;break}g[h]=L}}}}}if(o.projects!==void 0&&a.call(o,"projects")){let y=o.projects;
if(!Array.isArray(y)&&y!==null&&(e=l(e,i+"/policy/"+s+"/projects","type",{type:j.properties.policy.items.properties.projects.type}),r++),Array.
isArray(y)){y.length>1e3&&(e=l(e,i+"/policy/"+s+"/projects","maxItems",{limit:1e3}),r++);let d=y.length;for(let g=0;g<d;g++){let h=y[g];typeof h==
"string"?(h.length>150&&u(h)>150&&(e=l(e,i+"/policy/"+s+"/projects/"+g,"maxLength",{limit:150}),r++),ot.test(h)||(e=l(e,i+"/policy/"+s+"/pro\
jects/"+g,"pattern",{pattern:"^[a-z0-9][a-z0-9._/-]*\\*?$|^\\*$"}),r++)):(e=l(e,i+"/policy/"+s+"/projects/"+g,"type",{type:"string"}),r++)}let L=y.
length,z;if(L>1){let g={};for(;L--;){let h=y[L];if(typeof h=="string"){if(typeof g[h]=="number"){z=g[h],e=l(e,i+"/policy/"+s+"/projects","un\
iqueItems",{i:L,j:z}),r++;break}g[h]=L}}}}}if(o.by!==void 0&&a.call(o,"by")){let y=o.by;typeof y!="string"&&y!==null&&(e=l(e,i+"/policy/"+s+
"/by","type",{type:j.properties.policy.items.properties.by.type}),r++),typeof y=="string"&&(y.length>110&&u(y)>110&&(e=l(e,i+"/policy/"+s+"/\
by","maxLength",{limit:110}),r++),ft.test(y)||(e=l(e,i+"/policy/"+s+"/by","pattern",{pattern:"^(anyone|assignee|author|self|maintainer|team:\
[a-z0-9][a-z0-9._-]*)$"}),r++))}if(o.approval!==void 0&&a.call(o,"approval")){let y=o.approval;y==="auto"||y==="review"||y==="deny"||(e=l(e,
i+"/policy/"+s+"/approval","enum",{allowedValues:j.properties.policy.items.properties.approval.enum}),r++)}if(o.reviewers!==void 0&&a.call(o,
"reviewers")){let y=o.reviewers;typeof y!="string"&&y!==null&&(e=l(e,i+"/policy/"+s+"/reviewers","type",{type:j.properties.policy.items.properties.
reviewers.type}),r++),typeof y=="string"&&(y.length>110&&u(y)>110&&(e=l(e,i+"/policy/"+s+"/reviewers","maxLength",{limit:110}),r++),at.test(
y)||(e=l(e,i+"/policy/"+s+"/reviewers","pattern",{pattern:"^(maintainers|team:[a-z0-9][a-z0-9._-]*)$"}),r++))}if(o.reason!==void 0&&a.call(o,
"reason")){let y=o.reason;typeof y!="string"&&y!==null&&(e=l(e,i+"/policy/"+s+"/reason","type",{type:j.properties.policy.items.properties.reason.
type}),r++),typeof y=="string"&&(y.length>300&&u(y)>300&&(e=l(e,i+"/policy/"+s+"/reason","maxLength",{limit:300}),r++),y.length<1&&(e=l(e,i+
"/policy/"+s+"/reason","minLength",{limit:1}),r++),v.test(y)||(e=l(e,i+"/policy/"+s+"/reason","pattern",{pattern:"^[^\\n]*$"}),r++))}}else e=
l(e,i+"/policy/"+s,"type",{type:"object"}),r++}}}if(n.intake!==void 0&&a.call(n,"intake")){let f=n.intake;if(!(f&&typeof f=="object"&&!Array.
isArray(f))&&f!==null&&(e=l(e,i+"/intake","type",{type:j.properties.intake.type}),r++),f&&typeof f=="object"&&!Array.isArray(f)){for(let p of Object.
keys(f))p==="address"||p==="author"||(e=l(e,i+"/intake","additionalProperties",{additionalProperty:p}),r++);if(f.address!==void 0&&a.call(f,
"address")){let p=f.address;typeof p!="string"&&p!==null&&(e=l(e,i+"/intake/address","type",{type:j.properties.intake.properties.address.type}),
r++),typeof p=="string"&&(p.length>254&&u(p)>254&&(e=l(e,i+"/intake/address","maxLength",{limit:254}),r++),ge.test(p)||(e=l(e,i+"/intake/add\
ress","pattern",{pattern:'^[^\\s@<>"]+@[^\\s@<>"]+$'}),r++))}if(f.author!==void 0&&a.call(f,"author")){let p=f.author;typeof p!="string"&&p!==
null&&(e=l(e,i+"/intake/author","type",{type:j.properties.intake.properties.author.type}),r++),typeof p=="string"&&(p.length>100&&u(p)>100&&
(e=l(e,i+"/intake/author","maxLength",{limit:100}),r++),q.test(p)||(e=l(e,i+"/intake/author","pattern",{pattern:"^[a-z0-9][a-z0-9._-]*$"}),r++))}}}
if(n.public!==void 0&&a.call(n,"public")){let f=n.public;typeof f!="string"&&f!==null&&(e=l(e,i+"/public","type",{type:j.properties.public.type}),
r++),typeof f=="string"&&(f.length>2e3&&u(f)>2e3&&(e=l(e,i+"/public","maxLength",{limit:2e3}),r++),S.test(f)||(e=l(e,i+"/public","pattern",{
pattern:'^https?://[^\\s<>"]+$'}),r++))}if(n.restricted!==void 0&&a.call(n,"restricted")){let f=n.restricted;typeof f!="string"&&f!==null&&(e=
l(e,i+"/restricted","type",{type:j.properties.restricted.type}),r++),typeof f=="string"&&(f.length>300&&u(f)>300&&(e=l(e,i+"/restricted","ma\
xLength",{limit:300}),r++),f.length<1&&(e=l(e,i+"/restricted","minLength",{limit:1}),r++),v.test(f)||(e=l(e,i+"/restricted","pattern",{pattern:"\
^[^\\n]*$"}),r++))}}else e=l(e,i,"type",{type:"object"}),r++;return ie.errors=e,r===0}ie.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
function l(n,i,x,A){return n===null?[{instancePath:i,keyword:x,params:A}]:(n.push({instancePath:i,keyword:x,params:A}),n)}var ht={affects:Se,
board:Te,comment:Ce,group:Ge,list:He,milestone:Ke,person:Qe,project:We,story:Xe,task:et,team:tt,template:it,tracker:rt};export{Se as affects,Te as board,ht as check,Ce as comment,Ge as group,He as list,Ke as milestone,Qe as person,We as project,Xe as story,et as task,
tt as team,it as template,rt as tracker};
