// Every part of the kit in all its states, beside the program while it is edited: /kit/ of the development server.
// No page of the program links here, so nothing of it is built in.
import '../src/main/guard';
import '../src/styles/index.css';
import { mount } from 'svelte';
import Kit from './Kit.svelte';

mount(Kit, { target: document.getElementById('app') ?? document.body });
